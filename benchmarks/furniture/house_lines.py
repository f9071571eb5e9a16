"""Single lines in which houses speak to their readers, of every kind that was met: each must be told wherever it stands."""

HOUSE_LINES = tuple(
    line
    for line in """
This article was amended on 3 March 2024 to correct the spelling of a name.
This story has been updated with comment from the ministry.
Find out what's happening in Skelby with free updates from the Lantern.
The price of a ferry ticket has doubled in a year. See how your town compares.
Since the first storm the Lantern has been providing free access to crucial news on the flood.
My colleague Ana Prado is at the harbour and will have more shortly.
Quayline will host a conference call today at 5 p.m., and a live webcast will be available on its site.
An dieser Stelle finden Sie einen Inhalt von Facebook, der den Artikel ergänzt.
This commentary is part of the Lantern's series on ports, which the Hall Foundation supports.
We acknowledge the Traditional Owners of the land on which we work.
Should the ferry run at night? Yes (4,102). No (811). I don't know (260).
Got a tip about the harbour? Ana is on Signal at anaprado.22.
Should you invest $1,000 in Quayline right now?
In an earlier version of this story the name of the harbour was wrong.
Because of an editing error, the print edition gave the wrong year for the vote.
A caption with an earlier version named the wrong bridge.
The map below shows where the power is out.
In this video a diver explains how the wall was mended.
Photo two of eight shows the harbour in 1911.
Some names in this text are pseudonyms, because people fear for their work.
This poll is not scientific and shows only what those who took part think.
Should the pier be saved? Vote now.
Every euro you give before June is doubled by the Hall Foundation.
You must be logged in to reply.
The information here does not replace the advice of a doctor.
The following is a paid announcement by the Coalition for Clean Harbours.
Lantern Media Ltd, registered in Scotland No 555902.
Correction: An earlier version of this story misstated the year of the election.
CORRECTION (March 4, 2:10 p.m.): An earlier version of this article gave the wrong age.
Clarification: The headline of this story was changed to make clear that two people were charged.
Update: This piece has been updated to include a statement from the company.
Editor's note: This story contains language that some readers may find offensive.
Editor’s Note: Ana Prado is a fellow at the Institute for Security. The views expressed here are her own.
EDITOR'S NOTE — This is the first in a series on water.
This report was first published on Tuesday and has since been updated.
This story was produced in partnership with the Bay Center for Reporting.
This story was supported by the Fund for Inquiry. The funder had no say in its content.
This article was produced with the support of the European Fund for Journalism.
This project was funded by a grant from the Hall Foundation.
The Continental Press receives support from several private foundations for its coverage of climate. CP is solely responsible for all content.
The Lantern is a nonprofit newsroom that covers power. Sign up to get our biggest stories as soon as they are published.
Get stories like this one delivered to your inbox every morning.
Want more stories like this? Sign up for our newsletter.
Like what you read? Share it with a friend.
If you liked this story, you may want to read our series on rivers.
Do you have information about this case? Contact the reporter securely on Signal at 555-0102.
Have a news tip? Email us at tips@lantern.example.
Got a question about the vote? Ask our reporters here.
If you have been affected by any of the issues in this story, help and support is available.
If you or someone you know may be considering suicide, call or text 988.
In the US, call or text 988. In the UK, Samaritans can be contacted on freephone 116 123.
Follow our live coverage for the latest updates.
Follow The Lantern on Google News and get all the latest headlines via our channel.
Add us as a preferred source on Google to see more of our stories.
Stay on top of the news with our app.
Download our app for breaking news alerts.
Read more of our coverage of the election here.
Read the full report here.
Read this story in Spanish.
Leer en español
Lea esta historia en español aquí.
Lire cet article en français
Diesen Artikel auf Deutsch lesen
Listen to our daily podcast wherever you get your podcasts.
You can listen to the full interview in the player above.
Listen to this episode of The Daily Brief on Apple Podcasts, Spotify or wherever you listen.
Watch the video above to see the moment the bridge fell.
Watch: The moment that the bridge fell
Click on the map to see how your area voted.
Tap the arrow to see more.
Can't see the graphic? Click here.
Can't see this article properly? Click here.
Having trouble viewing the form? Click here.
Some of the links in this story are affiliate links. We may earn a small commission.
Our journalists choose products independently. We may receive a commission if you buy something.
As an Amazon Associate we earn from qualifying purchases.
All products were independently selected by our editors.
Prices are correct at the time of publishing.
Capital at risk. Investments can go down as well as up.
This is not investment advice. Do your own research.
The author owns no shares in any of the companies named.
The author declares no competing interests.
Ana Prado does not work for, consult, own shares in or receive funding from any company that would benefit from this article.
Ana Prado reported from Lisbon and John Keel from Faro.
Ana Prado contributed research.
Additional research by John Keel.
With additional reporting by John Keel in Faro.
Associated Press journalists Ana Prado and John Keel contributed.
AFP and Reuters contributed to this story.
Reuters and AFP contributed to this report
ap/jk (Reuters, AFP, dpa)
(Lantern/AFP)
— AFP
— With files from The Canadian Press
With files from John Keel
With wire reports
With AP and Reuters
Source: Lantern with agencies
Sources: AFP, Reuters
Reporting by Ana Prado; Editing by John Keel
(Reporting by Ana Prado in Porto; Editing by John Keel)
Edited by: John Keel
Produced by John Keel and edited by Mary Otis.
Illustration by John Keel.
Graphics by John Keel
Photography by John Keel
Translated from the Portuguese by John Keel.
Translation: John Keel
Fact-checked by Mary Otis
This interview has been edited and condensed for clarity.
This conversation has been edited for length and clarity.
This transcript was generated by a computer and may contain errors.
Transcripts may be updated at a later date.
The names of the children have been changed to protect their identity.
Names have been changed.
The views expressed in this article are the author's own and do not necessarily reflect the editorial policy of The Lantern.
The opinions expressed in Opinion pieces do not necessarily reflect the position of The Lantern.
Opinions expressed are those of the author.
Letters to the editor can be sent to letters@lantern.example.
We want to hear what you think about this or any of our articles. Submit a letter to the editor.
We welcome your comments. Please keep them civil.
We have removed the comments from this page.
Comments on this piece are premoderated to ensure discussion remains on topics raised by the writer.
Our comments section is closed.
To comment on this story you must be registered.
What do you think? Let us know in the comments.
Tell us what you think
Was this page useful?
Thank you for rating this article.
Rate this article 1 2 3 4 5
How we reported this story
How we did this
Why you can trust The Lantern
Why do we have this box?
What's this?
Show less
You need to be a subscriber to read this article.
This article is free to read because of our supporters.
This article is exclusive to subscribers.
Already a member? Sign in to continue.
You have one free article remaining.
You have 3 free articles left this month.
Create a free account to continue reading.
Subscribe for €1 a month and cancel anytime.
Enjoy unlimited access to our award-winning journalism.
Become a member for as little as $5 a month.
Keep The Lantern free for everyone.
The Lantern depends on people like you. Please chip in.
Help us tell the stories that matter.
Support fearless, independent journalism.
Independent journalism needs your support.
Quality journalism costs money. If you value what we do, please consider making a donation.
We rely on your support to keep our reporting free for all.
We need your help to stay online.
Since 2014 we have never put up a paywall, and we never will.
Without you, there is no Lantern.
Every contribution, however big or small, makes a difference.
Donations are tax deductible in the US.
Choose the amount you want to give.
One-time Monthly Yearly
Secure payment by card or bank transfer.
We will never share your address with anyone.
You can unsubscribe at any time.
I agree to receive news and offers by e-mail.
I would like to be emailed about offers, events and updates from The Lantern.
By entering your address you accept our terms.
Please check your inbox to confirm.
Please enter a valid email address.
This site is protected by reCAPTCHA and the Google Privacy Policy and Terms of Service apply.
We and our 842 partners store and access information on your device.
This website uses cookies to ensure you get the best experience.
To show you this content we need your consent.
Recommended external content
This content is provided by Twitter. Allow Twitter content?
At this point you will find external content from Instagram that complements the article.
This embed violates our privacy settings.
View this post on Instagram
A post shared by City of Lisbon (@cityoflisbon)
View on Twitter
This post is no longer available.
Video unavailable
This video is private.
An error occurred. Please try again later.
Your browser does not support the audio element.
JavaScript is required to view this content.
Loading...
Advertisement. Article continues below.
Story continues below advertisement
Ad will end in 10 seconds
Sponsored by Bank of the Tagus
Promoted content from our partners
In partnership with
Image: Ana Prado/AFP
Photo: AFP
Photograph: Ana Prado/The Lantern
FILE - A view of the port of Lisbon, Jan. 3, 2020.
File photo of the port of Lisbon
Getty
AFP via Getty Images
© Ana Prado, AFP
© 2024 Ana Prado / AFP
(c) Ana Prado/AFP
Stock photo. Posed by models.
View gallery
Open image in gallery
See all photos
Copyright 2024 The Lantern. All rights reserved.
© 2024 AFP
No part of this publication may be reproduced without written permission.
Republish this article for free, online or in print, under a Creative Commons licence.
This article is republished from The Talk under a Creative Commons license. Read the original article.
This story was originally published by The Grid and is reproduced here as part of a collaboration.
This article first appeared in The Grid.
This article was published in our print edition of 3 March under the headline Salt.
Published in Lantern, March 3rd, 2024
The post Dam bursts in north appeared first on The Lantern.
First published on 3 March 2024.
Last updated: 3 March 2024 at 14:02
Posted in News
Tagged with Rivers
More on: Rivers, Dams
Topics: Rivers
In this article: Rivers
Jump to: The dam, The river
Next story: Court halts dredging
Previous: Court halts dredging
Don't miss: Court halts dredging
In other news: Court halts dredging
Also in this series
Also on The Lantern
The Lantern Daily
The Lantern WhatsApp channel
Join our Telegram channel
Follow @lantern on X
Like us on Facebook
Share this story on social media.
Bookmark this page
Print this page
Text size
A+ A-
5 min read
12 comments
3.4K views
Send correction
Report a typo
Spotted an error? Let us know.
Terms and conditions apply.
For immediate release
Notes to editors:
ENDS
For interviews, contact the press office.
About the Bay Center: The Bay Center is a research institute based in Porto.
Distributed by APO Group on behalf of the Ministry of Health.
SOURCE Bay Energy plc
This press release contains forward-looking statements.
This is a paid press release. Contact the press release distributor directly with any inquiries.
The information in this article does not constitute legal advice.
Always consult your doctor before changing your diet.
This article is for general information only and should not be taken as advice.
The Lantern is not responsible for the content of external websites.
Results of our online polls are not scientific.
Take our poll: Should the bridge be closed?
Vote in our poll below.
Take our quiz to see how much you know.
Test your knowledge with our weekly news quiz.
Play our daily crossword.
Today's horoscope
Get the weather forecast for your area.
Subscribe to our podcast feed.
New episodes are released every Thursday.
This episode was produced by John Keel and mixed by Mary Otis.
Our theme music is by John Keel.
Follow the show on Apple Podcasts.
Leave us a review.
Thanks for reading. See you tomorrow.
That's all for today. We'll be back tomorrow morning.
Was this forwarded to you? Subscribe here.
You're receiving this newsletter because you signed up on our site.
View in browser
Today's newsletter was written by John Keel.
Send feedback to John Keel.
This is an excerpt from our weekly newsletter.
This live blog is now closed.
We are pausing our live coverage here. Thank you for joining us.
Our live coverage has moved here.
Refresh for updates
This page will update automatically.
More details soon...
This breaking news story is being updated and more details will be published shortly.
This is a developing story. Please check back for updates.
This is a breaking news story and will be updated.
Developing story
We will bring you the latest as we get it.
Please refresh the page for the fullest version.
You can receive breaking news on a smartphone or tablet via the app.
Data delayed by 15 minutes
Quotes displayed in real time or delayed by at least 15 minutes. Market data provided by FactData.
Chart: The Lantern. Source: Ministry of Finance
Map data: OpenStreetMap contributors
Graphic shows the number of dams built since 1950.
Scroll to see the full table.
Swipe to see more photos.
Hover over the map for details.
All times are local.
All figures are in US dollars unless stated otherwise.
Additional photos by Ana Prado.
Video by Ana Prado and edited by John Keel.
Video journalist: Ana Prado
Picture editor: Ana Prado
Design and development by John Keel
With thanks to Mary Otis
Words by Ana Prado. Pictures by John Keel.
First published in The Grid, 3 March 2024.
Reprinted with permission from The Grid.
Original article in Portuguese.
This article was translated by a machine and checked by an editor.
This article was generated with the help of artificial intelligence and reviewed by our editors.
AI was used to translate this story.
Read this in: English | Português
Also available in French and Spanish.
We have more newsletters you might like.
Don't want to see ads? Become a subscriber.
Ad-free reading for members.
Why am I seeing this ad?
Reader offer: Save 20% on wine.
Shop now
Buy tickets
Book your place now.
Get 50% off for three months.
Limited time offer.
Already subscribed? Log in here.
Your trial ends soon.
Unlock this story with a free trial.
Gift this article to a friend.
Give this article
You have been logged out.
Session expired
Enter the code that we sent to your phone.
We couldn't find that page.
Something went wrong.
Powered by Datawrapper
Get the data
Embed this chart
Download image
Created with Flourish
Sign up for text alerts.
Text NEWS to 55555 to get alerts.
Visit our Facebook page for more.
Find us on Instagram @lantern.
Watch our latest video below:
Related video: How a dam is built
MORE: What we know about the dam
WATCH | How a dam is built
READ: How a dam is built
RELATED: How a dam is built
TAP HERE for the latest
» How a dam is built
> How a dam is built
• How a dam is built
Court documents (PDF)
Letter to the ministry by Lantern on Scribd
Contact Ana Prado at 555-555-0142 or aprado@lantern.example. Follow her at @aprado.
Ana Prado can be reached at aprado@lantern.example.
Reach reporter Ana Prado at aprado@lantern.example
""".split("\n")
    if line
)

# These stand at the end of an article only: in its middle they may be news.
LINES_AT_THE_END = (
    "Ana Prado is Professor of Law at the University of Porto.",
    "Ana Prado is the author of Rivers of Salt. Her column appears every other Thursday.",
    "Ana Prado is a staff writer at The Lantern.",
    "Ana Prado, a former minister, is a columnist for The Lantern.",
    "Ana Prado covers the environment for The Lantern. Before that she spent six years in Beirut.",
    "Ana Prado reports on courts. She joined The Lantern in 2019.",
)
