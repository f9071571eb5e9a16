"""Saved pages: the same articles in the HTML of outlets, with menus, asides, figures, boxes, banners and footers."""

_HEAD = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} - The Herald</title>
<meta property="og:title" content="{title}"><meta property="og:site_name" content="The Herald">
<link rel="canonical" href="https://herald.example/world/story-1"><meta name="author" content="{author}">
<script>window.dataLayer = [{"a": "<p>not text</p>"}];</script><style>p { margin: 0 }</style></head>"""
_NAV = """<header><nav aria-label="Main"><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li>
<li><a href="/politics">Politics</a></li><li><a href="/business">Business</a></li></ul></nav>
<a href="#main">Skip to content</a><form><input name="q" placeholder="Search"><button>Search</button></form></header>"""
_FOOT = """<footer><ul><li><a href="/about">About us</a></li><li><a href="/privacy">Privacy policy</a></li></ul>
<p>© {year} Herald Media. All rights reserved.</p></footer>"""

PAGES: dict[str, str] = {
    "article element with figure and aside": _HEAD
    + "<body>"
    + _NAV
    + """<main id="main"><article><h1>{title}</h1><p class="byline">By {author}</p><time datetime="2019-06-23">{us}</time>
<figure><img src="a.jpg" alt=""><figcaption>{caption}<span>Getty Images</span></figcaption></figure>
@2
<aside class="related"><h2>Related stories</h2><ul><li><a href="/1">{other1}</a></li><li><a href="/2">{other2}</a></li></ul></aside>
@rest
</article></main>"""
    + _FOOT
    + "</body></html>",
    "cookie banner and newsletter form": _HEAD
    + """<body><div id="cookie-banner"><p>We use cookies to improve your experience and to show you personalised ads.</p>
<button>Accept all</button><button>Manage preferences</button></div>"""
    + _NAV
    + """<div class="content"><h1>{title}</h1><div class="meta">{author} | {us}</div>
@2
<div class="newsletter"><p>Get the best of our journalism in your inbox every morning.</p><form><input type="email"><button>Sign up</button></form>
<p>By signing up you agree to our Terms of Service and Privacy Policy.</p></div>
@rest
</div>"""
    + _FOOT
    + "</body></html>",
    "comments and most read": _HEAD
    + "<body>"
    + _NAV
    + """<article itemscope><h1>{title}</h1>
@rest
<div class="tags"><a href="/t/europe">Europe</a> <a href="/t/economy">Economy</a></div></article>
<section id="comments"><h2>Comments (2)</h2><div class="comment"><p>reader77: I never believed a word of what these people told us.</p></div>
<div class="comment"><p>anna_b: Who will pay for all of this in the end?</p></div></section>
<section class="most-read"><h2>Most read</h2><ol><li><a href="/3">{other3}</a></li><li><a href="/4">{other4}</a></li></ol></section>"""
    + _FOOT
    + "</body></html>",
    "divisions without any meaning": _HEAD
    + """<body><div class="w1"><div class="x9"><a href="/">Home</a> | <a href="/world">World</a> | <a href="/politics">Politics</a></div>
<div class="x2"><div class="x3"><span>{title}</span></div><div class="x4">
@rest
</div></div><div class="x7"><a href="/5">{other5}</a><br><a href="/6">{other6}</a></div></div></body></html>""",
    "agency page with inline boxes": _HEAD
    + "<body>"
    + _NAV
    + """<main><article><h1>{title}</h1><div>{author}</div><div>{us} 9:12 AM GMT+1</div>
<div class="gallery"><p>[1/3]{caption}. REUTERS/Ana Prado Purchase Licensing Rights, opens new tab</p></div>
<div class="article-body">
@2
<div class="ad"><p>Advertisement · Scroll to continue</p></div>
@2
<div class="promo"><p><a href="/1">READ MORE: {other1}</a></p></div>
@rest
<p>Reporting by {author}; Editing by John Keel</p><p>Our Standards: <a href="/t">The Thomson Reuters Trust Principles.</a></p>
</div></article><div class="read-next"><h3>Read Next</h3><div><a href="/2">{other2}</a></div><div><a href="/3">{other3}</a></div></div></main>"""
    + _FOOT
    + "</body></html>",
    "tabloid with captions twice": _HEAD
    + "<body>"
    + _NAV
    + """<div id="js-article-text"><h1>{title}</h1><ul class="mol-bullets"><li>{caption}</li></ul>
<p class="author">By <a href="/a">{author} For The Herald</a></p><p class="byline"><span>PUBLISHED: 12:34 EDT, 23 June {year}</span> | <span>UPDATED: 13:40 EDT, 23 June {year}</span></p>
<div itemprop="articleBody">
@2
<div class="splitLeft"><p class="imageCaption">{caption}</p></div><div class="splitRight"><p class="imageCaption">{caption}</p></div>
@rest
</div><div class="share"><p>Share or comment on this article: {title}</p></div></div>
<div class="related-carousel"><h3>RELATED ARTICLES</h3><ul><li><a href="/1">{other1}</a></li><li><a href="/2">{other2}</a></li></ul></div>"""
    + _FOOT
    + "</body></html>",
}
