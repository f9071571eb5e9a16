"""Kinds that no rule was written on: how well the rules carry over. Once a rule is written on them, write new ones."""

HELD_OUT: dict[str, str] = {
    "Irish public broadcaster": """
RTÉ.ie
News / World
{title}
Updated / {day}, 14:02
{caption}
{author}
By {author}
Europe Editor
@3
We need your consent to load this rte-player content
We use rte-player to manage extra content that can set cookies on your device and collect data about your activity.
Manage Preferences
@rest
More stories on
World
{other1}
""",
    "Israeli daily": """
Breaking News
{title}
~{teaser1}
{author}
{city}
Jun 23, {year} 5:02 pm IDT
Send in e-mail
Go to comments
@2
{caption}Credit: Ana Prado / Reuters
@rest
Click the alert icon to follow topics:
Europe
Elections
Comments
Trending Now
{other1}
Paid by Somebody
{other2}
Haaretz Magazine
""",
    "Turkish agency": """
World
Economy
Türkiye
{title}
~{teaser1}
{author} |23.06.{year} - Update : 23.06.{year}
{CITY}
@rest
Anadolu Agency website contains only a portion of the news stories offered to subscribers in the AA News Broadcasting System (HAS), and in summarized form. Please contact us for subscription options.
Related topics
{city}
Bu haberi paylaşın
""",
    "public service magazine": """
{title}
23/06/{year}
By {author}
With AP
Share this article
Close Button
{caption} -
Copyright Ana Prado/AP
@2
Related
{other1}
{other2}
@rest
Go to accessibility shortcuts
Share this article
Comments
Read more
Most viewed
""",
    "American magazine": """
Newsweek
Membership
Log in
{title}
By {author}
Senior Writer
Newsweek is a Trust Project member
@2
Do you have a story we should be covering? Do you have any questions about this article? Contact LiveNews@courier.example
@2
What's Next
@rest
Request Reprint & Licensing Submit Correction View Editorial & AI Guidelines
About the writer
{author} is a senior writer based in {city}.
Top stories
{other1}
""",
    "wire copy with notes to editors": """
BC-EU--{city}-Election, 2nd Ld-Writethru
{title}
Eds: UPDATES with quotes, details. Changes byline.
AP Photo ANP101, ANP102
By {AUTHOR}
Associated Press
{CITY} (AP) — @2
(MORE TO COME)
@rest
___
AP-WF-06-23-{year} 1402GMT
""",
}
