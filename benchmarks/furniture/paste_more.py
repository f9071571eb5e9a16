"""Kinds that were kept apart while the first rules were written: 8 in 100 of their lines leaked then, now they are used too."""

PASTE_MORE: dict[str, str] = {
    "public radio": """
LISTEN & FOLLOW
NPR App
Apple Podcasts
Spotify
World
{title}
{us} 5:02 AM ET
Heard on Morning Edition
By
{author}
Transcript
{caption}
Ana Prado/AFP via Getty Images
hide caption
toggle caption
@2
Sponsor Message
@rest
Copyright {year} NPR
europe
elections
Become an NPR sponsor
""",
    "financial daily": """
Markets
{title}
Premium
{other1}
{author} in {city} and John Keel in Brussels
Published JUNE 23 {year}
Unlock the Editor's Digest for free
Roula Khalaf, Editor of the FT, selects her favourite stories in this weekly newsletter.
@2
Recommended
{other2}
@rest
Copyright The Financial Times Limited {year}. All rights reserved.
Reuse this content(opens in new window)
CommentsJump to comments section
Promoted Content
""",
    "German broadcaster in English": """
{title}
{author} | with AFP, dpa
23 June {year}
https://p.dw.com/p/4abcD
{caption}Image: Ana Prado/AFP
@2
{other1}
To view this video please enable JavaScript, and consider upgrading to a web browser that supports HTML5 video
@rest
jsi/wd (AFP, AP, dpa, Reuters)
While you're here: Every Tuesday, DW editors round up what is happening in German politics and society. You can sign up here for the weekly email newsletter, Berlin Briefing.
""",
    "regional daily": """
NewsLocal NewsCouncil
{title}
~{teaser1}
NewsBookmark
By {author}Local Democracy Reporter
13:41, 23 JUN {year}
{caption} (Image: Herald Live)
Get the latest top news stories sent straight to your inbox with our daily newsletter
We have more newsletters
@2
Article continues below
READ MORE: {other1}
READ MORE: {other2}
@rest
Get all the latest and breaking news in {city} by signing up to our newsletter here.
Follow HeraldLive
""",
    "African daily": """
News
{title}
Sunday, June 23, {year}
Thank you for reading Nation.Africa
Show plans
By {author}
Reporter
Nation Media Group
What you need to know:
~{teaser1}
@3
Also read: {other1}
@rest
[email protected]
In the headlines
{other2}
{other3}
""",
    "blog system": """
Menu
Posted on {us} by {author}
{title}
@2
Advertisements
Share this:
Click to share on Twitter (Opens in new window)
Click to share on Facebook (Opens in new window)
Like Loading...
@rest
Posted in Politics, World
Tagged Europe, Economy
Post navigation
← {other1}
{other2} →
Leave a Reply
Your email address will not be published. Required fields are marked *
Proudly powered by WordPress
""",
    "wire in a portal": """
Yahoo News
{title}
AFP
{author}
Sun, June 23, {year} at 2:02 PM GMT+1·3 min read
{caption} (Ana Prado)
@2
Story continues
@rest
ap/jk/mo
View comments
Recommended Stories
AFP
{other1}
1h ago
CNN
{other2}
2h ago
""",
    "e-mail newsletter": """
View this email in your browser
THE MORNING BRIEF
Good morning. Here is what you need to know today.
{title}
@2
Share this newsletter with a friend
@rest
Was this email forwarded to you? Sign up here.
You received this email because you signed up for The Morning Brief.
Unsubscribe | Manage your preferences | Privacy policy
Copyright © {year} Herald Media, 12 Market Street, {city}. All rights reserved.
""",
    "Australian broadcaster": """
Just In
Watch Live
Home
Posted Sun 23 Jun {year} at 4:02am, updated Sun 23 Jun {year} at 6:15am
{title}
By {author} with wires
Topic:World Politics
{caption} (AFP: Ana Prado)
In short:
~{teaser1}
What's next?
~{teaser2}
Print article
abc.net.au/news/{city}/103456789
Copy link
@3
Loading...
@rest
ABC/AFP
""",
    "video page": """
Now Playing
{other1}
Up Next
{other2}
01:32
{title}
{author} reports from {city}.
June 23, {year}
@rest
Up Next in world
{other3}
ON AIR
ABC News Live
24/7 coverage of breaking news and live events
""",
}
