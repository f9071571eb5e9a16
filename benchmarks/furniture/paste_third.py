"""The second kinds that were kept apart: 27 in 1,000 of their lines leaked at first sight, now rules are written on them."""

PASTE_THIRD: dict[str, str] = {
    "British daily with registration": """
Swipe for next article
News
World
Europe
{title}
{author} in {city}
{day} 14:02
Comments
Bookmark popover
Removed from bookmarks
{caption} (AFP/Getty)
Sign up to our free breaking news emails
I would like to be emailed about offers, events and updates from The Courier. Read our privacy notice
@3
Recommended
{other1}
@rest
Join our commenting forum
Join thought-provoking conversations, follow other readers and see their replies
Comments
""",
    "American cable news": """
Fox News
Published June 23, {year} 9:12am EDT
{title}
By {author} Fox News
Facebook
Twitter
Flipboard
Comments
Print
Email
close Video
{other1}
NEWYou can now listen to Fox News articles!
@2
CLICK HERE TO GET THE FOX NEWS APP
@1
{caption} (Ana Prado/AFP via Getty Images)
@rest
The Associated Press contributed to this report.
{author} is a writer for Fox News Digital.
""",
    "Canadian broadcaster": """
World
{title}
~{teaser1}
{author} · The Canadian Press · Posted: Jun 23, {year} 5:00 AM EDT | Last Updated: June 23
{caption} (Ana Prado/Reuters)
@3
WATCH | {other1}:
@rest
With files from Reuters and The Associated Press
CBC's Journalistic Standards and Practices|About CBC News
Corrections and clarifications|Submit a news tip|Report error
""",
    "Brussels newsletter outlet": """
NEWS
BRUSSELS PLAYBOOK
{title}
{caption} | Ana Prado/AFP via Getty Images
June 23, {year} 4:02 pm CET
By {author}
@2
Advertisement
@rest
Related Tags
Elections EU integration Media
Related Countries
Portugal
Explore the platform. Request a free trial.
""",
    "Paris broadcaster in English": """
Skip to main content
Europe
{title}
Issued on: 23/06/{year} - 14:02
Modified: 23/06/{year} - 16:20
3 min
{caption} © Ana Prado, AFP
By:FRANCE 24Follow|
{author}
Advertising
@3
Read more{other1}
@rest
(FRANCE 24 with AFP and REUTERS)
Daily newsletterReceive essential international news every morning
Subscribe
""",
    "Hong Kong daily": """
Advertisement
Europe
{title}
{caption}. Photo: AFP
{author}
Published: 8:02pm, 23 Jun, {year}
Why you can trust SCMP
@2
Advertisement
@rest
Additional reporting by Agence France-Presse
Post
""",
    "American local station": """
69°
Join Insider
Sign In
Live Streams
{title}
WATCH LIVE
{author}, Reporter
Published: June 23, {year} at 5:02 PM
Tags: {city}, Europe, Elections
{caption} (Copyright {year} by WXYZ - All rights reserved.)
{CITY} – @2
@rest
Copyright {year} by WXYZ - All rights reserved.
About the Author
{author}
{author} joined the newsroom in 2016.
email
Recommended Videos
""",
    "printed page with running heads": """
{title} | The Courier    https://courier.example/world/12345
1 of 3    23/06/{year}, 14:02

{title}
By {author}
23 June {year}

@2

{title} | The Courier    https://courier.example/world/12345
2 of 3    23/06/{year}, 14:02

@rest

3 of 3    23/06/{year}, 14:02
""",
    "forwarded by e-mail": """
---------- Forwarded message ---------
From: {author} <m.fenwick@courier.example>
Date: Sun, 23 Jun {year} at 14:02
Subject: {title}
To: Desk <desk@herald.example>

{title}

@rest

--
Sent from my iPhone
""",
    "social network post": """
{author}
@mfenwick
·
Jun 23
{title}
@rest
From courier.example
2:02 PM · Jun 23, {year}
·
12.4K Views
48 Reposts
6 Quotes
132 Likes
""",
    "press agency portal with ratings": """
HOME PAGE
WORLD
{title}
{author}, {city}
23 June {year}, Sunday
Print
A A
Rate this article
Average: 4.2
@2
Photo gallery: {other1}
@rest
Read also:
{other2}
{other3}
Any use of materials is allowed only if there is a hyperlink to Courier.
Found an error? Select it and press Ctrl+Enter.
""",
}
