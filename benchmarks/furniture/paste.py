"""Pages as they arrive when somebody selects all, copies and pastes, or when an extractor lets furniture through."""

PASTE: dict[str, str] = {
    "repeated headline with its date, pointer at the end": """
{day} 08:32 PM {title} trends now

{day} 08:32 PM {title} trends now
{day} 08:32 PM {title} trends now

@3

{caption}

{caption}

@rest

read more from thedailyherald.....

NEXT {other1} ... trends now
""",
    "date alone": """
{us_day}

@rest
""",
    "headline, date, sources and sister links": """
{title}

{us_day}

@rest

Sister links
Related news
"{other1}" — Wikinews, {us}
Sources
"{other2}" — Reuters, {us}
"{other3}" — BBC News, {us}
{author}. "{other4}" — The Guardian, {us}
External links
Have an opinion on this story? Share it!
Share this:
This text comes from Wikinews. Text: CC-BY 2.5.
""",
    "British broadcaster, everything selected": """
Skip to content
Home
News
Sport
Weather
iPlayer
Sounds
Search
World
Africa
Asia
{title}
Published
9 hours ago
Share
About sharing
Image source, Getty Images
Image caption, {caption}
By {author}
BBC News, {city}
@3
Related Topics
{other1}
@2
Media caption, Watch: {other2}
@rest
Follow our Europe team on Twitter and Facebook.
More on this story
{other3}
Published
12 {date}
{other4}
Related Internet Links
European Commission
The BBC is not responsible for the content of external sites.
Top Stories
{other5}
{teaser5}
Published
2 hours ago
{other6}
Features & Analysis
The BBC is not responsible for the content of external sites. Read about our approach to external linking.
© {year} BBC. The BBC is not responsible for the content of external sites. Read about our approach to external linking.
""",
    "British daily, everything selected": """
Skip to main content
Skip to navigation
Print subscriptions
Sign in
Search jobs
Search
News
Opinion
Sport
Culture
Lifestyle
{city}
This article is more than 3 years old
{title}
{author} in {city}
{day} 14.02 BST
Last modified on {day} 18.40 BST
View image in fullscreen
{caption}. Photograph: Ana Prado/AFP/Getty Images
@2
Sign up to First Edition, our free daily newsletter – every weekday morning at 7am
@2
Read more
{other1}
@rest
Explore more on these topics
{city}
Europe
news
Share
Reuse this content
Most viewed
Across the Guardian
{other2}
{other3}
{other4}
Original reporting and incisive analysis, direct from the Guardian every morning
Sign up for our email
© {year} Guardian News & Media Limited or its affiliated companies. All rights reserved.
""",
    "news agency, city and agency before the first sentence": """
World
{us} / 9:12 AM / Updated 3 hours ago
{title}
{author}
2 Min Read
{CITY} (Reuters) - @1
FILE PHOTO: {caption}. REUTERS/Ana Prado/File Photo
@2
Slideshow ( 4 images )
@rest
Reporting by {author}; Additional reporting by Ana Prado in Porto; Editing by John Keel and Mary Otis
Our Standards: The Thomson Reuters Trust Principles.
for-phone-only
for-tablet-portrait-up
All quotes delayed a minimum of 15 minutes. See here for a complete list of exchanges and delays.
© {year} Reuters. All Rights Reserved.
""",
    "news agency, newer page": """
{title}
By {author}
{us} 9:12 AM GMT+1 Updated 3 hours ago
Item 1 of 3 {caption}. REUTERS/Ana Prado/File Photo Purchase Licensing Rights, opens new tab
[1/3]{caption}. REUTERS/Ana Prado/File Photo Purchase Licensing Rights, opens new tab
{CITY}, June 23 (Reuters) - @1
Advertisement · Scroll to continue
@2
Sign up here.
Reporting by {author}, Editing by John Keel
Our Standards: The Thomson Reuters Trust Principles., opens new tab
Suggested Topics:
Europe
Read Next
World category
{other1}, article with image
{us} · 10:02 AM GMT+1
@rest
""",
    "American agency": """
{title}
By {AUTHOR}
Updated 5:23 PM GMT+1, {us}
Share
1 of 7 | {caption}. (AP Photo/Ana Prado)
{CITY} (AP) — @2
ADVERTISEMENT
@rest
___
Associated Press writers Ana Prado in Porto and John Keel in Faro contributed to this report.
___
Follow AP's coverage at https://apnews.com/hub/europe
Copyright {year} The Associated Press. All rights reserved. This material may not be published, broadcast, rewritten or redistributed without permission.
MOST READ
1
{other1}
2
{other2}
""",
    "Gulf broadcaster": """
EXPLAINER
News|Politics
{title}
~{teaser1}
{caption} [File: Ana Prado/AFP]
By {author}
Published On 23 Jun {year}
23 Jun {year}
Click here to share on social media
Save articles to read later and create your own reading list.
{city}, Portugal – @2
Keep reading
list of 4 items
list 1 of 4
{other1}
list 2 of 4
{other2}
end of list
@rest
Source: Al Jazeera and news agencies
""",
    "tabloid": """
Home
News
Royals
U.S.
Sport
TV
Showbiz
Latest Headlines
Advertisement
{title}
{caption}
By {AUTHOR} FOR MAILONLINE
PUBLISHED: 12:34 EDT, 23 June {year} | UPDATED: 13:40 EDT, 23 June {year}
e-mail
12k shares
345
View comments
@2
{caption}
{caption}
Scroll down for video
@2
RELATED ARTICLES
Previous
1
Next
{other1}
{other2}
Share this article
Share
@rest
Share or comment on this article: {title}
e-mail
Most watched News videos
{other3}
{other4}
Comments 345
Share what you think
The comments below have not been moderated.
The views expressed in the contents above are those of our users and do not necessarily reflect the views of MailOnline.
Terms | Privacy policy & cookies
""",
    "cookie banner and newsletter box in the middle": """
We use cookies to improve your experience and to show you personalised ads. By clicking Accept all you agree to our use of cookies.
Accept all
Manage preferences

{title}

By {author} | {us}

@2

Get the best of our journalism in your inbox every morning.
Enter your email address
Sign up
By signing up you agree to our Terms of Service and Privacy Policy.

@rest

Thank you for subscribing!
""",
    "paywall at the end": """
{title}
{author}
{date}
@3
To continue reading, subscribe now for just $1 a week.
Already a subscriber? Log in
Subscribe now for unlimited access
You have read 3 of your 5 free articles this month.
""",
    "comments": """
{title}
By {author}, Political Correspondent
{date} | 12:04 GMT
@rest
Comments (3)
Add a comment
Sort by: Newest
Reply
Report
Load more comments
Comments are closed.
""",
    "American television": """
Ad Feedback
{title}
By {author}, CNN
5 minute read
Updated 7:02 PM EDT, Sun {us}
Link Copied!
{caption} Ana Prado/AFP/Getty Images
{city} (CNN) — @2
Ad Feedback
Related article
{other1}
@rest
CNN's Ana Prado and John Keel contributed to this report.
""",
    "American paper": """
SKIP ADVERTISEMENT
Listen to this article · 6:02 min Learn more
{title}
Share full article
Image
{caption} Credit...Ana Prado for The New York Times
By {author}
{author} reported from {city}.
{us}
@2
Advertisement
SKIP ADVERTISEMENT
@rest
A version of this article appears in print on {us}, Section A, Page 4 of the New York edition with the headline: {other1}. Order Reprints | Today's Paper | Subscribe
See more on: European Union
""",
    "tags, sharing and author box": """
{title}
Share on Facebook
Share on Twitter
WhatsApp
@rest
Tags: Europe, economy, elections
Topics: Europe • Economy
Filed under: World
About the author
{author} is a reporter at the Herald covering Europe.
Follow {author} on Twitter @mfenwick
Related: {other1}
Also read: {other2}
""",
    "Indian daily": """
Home / World News / {title}
{title}
ByHT Correspondent
{us} 07:05 PM IST
@1
Also Read | {other1}
@2
Click here for more details
@rest
(This story has not been edited by our staff and is published from a syndicated feed.)
With inputs from PTI
Get Latest Updates on World News along with Latest News and Top Headlines from India.
Subscribe to our newsletters
""",
    "breadcrumbs and live blog times": """
Home > World > Europe
{title}
Live
14:02
@1
13:45
@1
13:20 BST
@rest
""",
    "caption with a label": """
{title}

Photo: Ana Prado / AFP

@2

Image: {caption}

@rest

Photo credit: Ana Prado
""",
    "cut off by a feed": """
{title}

@2

@1… [+2345 chars]
""",
    "inline pointers": """
{title}
@1 Read more: {other1}
@1 Continue reading...
(READ MORE: {other2})
>> {other3}
@rest
""",
}
