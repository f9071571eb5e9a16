"""Addresses that lead where nobody outside may lead this house, in every notation known to us."""

from tests.outside import PUBLIC

FOUR = """
127.0.0.1 127.0.0.2 127.255.255.254 0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 172.16.0.1 172.31.255.254 192.168.0.1
192.168.255.254 169.254.169.254 169.254.170.2 100.64.0.1 100.100.100.200 100.127.255.254 192.0.0.8 192.0.0.192 192.0.2.1
192.88.99.1 198.18.0.1 198.19.255.255 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255
168.63.129.16
""".split()

NOTATIONS = """
0 127.1 127.0.1 0x7f.1 0x7f.0x0.0x0.0x1 0x7f000001 0X7F000001 0177.0.0.1 0177.1 017700000001 0000177.0.0.1 2130706433
127.0.0.1. 127.000.000.001 2852039166 0xa9fea9fe 0251.0376.0251.0376 169.254.43518 3232235521 167772161 0xA.1
１２７.０.０.１ ①②⑦.⓪.⓪.① 127。0。0。1 127．0．0．1 𝟏𝟐𝟕.𝟎.𝟎.𝟏 ¹²⁷.⁰.⁰.¹ １２７。０。０。１ ２１３０７０６４３３ 0ｘ7f.1 %31%32%37.0.0.1
127.0.0.1%00.world.example
""".split()

SIX = """
[::1] [::] [0:0:0:0:0:0:0:1] [0000:0000:0000:0000:0000:0000:0000:0001] [::ffff:127.0.0.1] [::ffff:7f00:1]
[0:0:0:0:0:ffff:127.0.0.1] [::ffff:169.254.169.254] [::ffff:10.0.0.1] [::FFFF:192.168.0.1] [::127.0.0.1] [::7f00:1]
[::169.254.169.254] [::ffff:0:127.0.0.1] [64:ff9b::7f00:1] [64:ff9b::127.0.0.1] [64:ff9b::a9fe:a9fe]
[64:ff9b:1::7f00:1] [2002:7f00:1::] [2002:a9fe:a9fe::] [2002:c0a8:1::1] [2001:0:7f00:1::] [2001:db8::1] [fe80::1]
[fe80::1%25lo] [fe80::1%lo] [fec0::1] [fc00::1] [fd00:ec2::254] [fd20:ce::254] [ff02::1] [ff0e::1] [100::1] [5f00::1]
[3fff::1] [2001:10::1] [2001:20::1] [4000::1] [::1 [::1]] [:::1] [127.0.0.1] [v1.fe80::1]
""".split()

# What the stub resolver says: each answer is for one question, the last one for all later ones.
NAMES = {
    "localhost": [["127.0.0.1"]],
    "localhost.localdomain": [["127.0.0.1"]],
    "metadata": [["169.254.169.254"]],
    "metadata.google.internal": [["169.254.169.254"]],
    "instance-data": [["169.254.169.254"]],
    "kubernetes.default.svc": [["10.96.0.1"]],
    "host.docker.internal": [["192.168.65.2"]],
    "loopback.example": [["127.0.0.1"]],
    "127.0.0.1.nip.example": [["127.0.0.1"]],
    "ten.example": [["10.0.0.1"]],
    "six.example": [["::1"]],
    "mapped.example": [["::ffff:127.0.0.1"]],
    "nat64.example": [["64:ff9b::7f00:1"]],
    "unspecified.example": [["0.0.0.0"]],
    "mixed.example": [["127.0.0.1", PUBLIC]],
    "mixed-six.example": [["::1", PUBLIC]],
    "xn--lcalhost-nbh": [["127.0.0.1"]],
    "xn--wrld-55d.example": [["127.0.0.1"]],
    "rebind.example": [[PUBLIC], ["127.0.0.1"]],
    "rebind-late.example": [[PUBLIC], ["169.254.169.254"]],
    "rebind-six.example": [[PUBLIC], ["::1"]],
    "world.example": [[PUBLIC]],
}
CALLED = (
    [name for name in NAMES if name != "world.example"]
    + """
LOCALHOST LocalHost. localhost.. ｌｏｃａｌｈｏｓｔ ⓛⓞⓒⓐⓛⓗⓞⓢⓣ lоcalhost wоrld.example metadata.google.internal.
ＭＥＴＡＤＡＴＡ.google.internal loc\u00adalhost lo\u200bcalhost
""".split()
)

SCHEMES = """
file:///etc/passwd file://localhost/etc/passwd FILE:///etc/passwd file:/etc/passwd gopher://127.0.0.1:6379/_PING
dict://127.0.0.1:6379/INFO ftp://127.0.0.1/ ftps://127.0.0.1/ sftp://127.0.0.1/ tftp://127.0.0.1/x ldap://127.0.0.1/
smb://127.0.0.1/x data:text/html,words javascript:alert(1) vbscript:x unix:///var/run/docker.sock
http+unix://%2Fvar%2Frun%2Fdocker.sock/info unix:/run/x.sock jar:http://127.0.0.1!/ netdoc:///etc/passwd
ws://127.0.0.1/ view-source:http://127.0.0.1/ //127.0.0.1/ ///127.0.0.1/ http:127.0.0.1 http:/127.0.0.1/
http:///127.0.0.1/ http:// https:// http://? http://# mailto:root@localhost about:blank blob:http://127.0.0.1/x
""".split()

ODD = [
    "http://user:pw@127.0.0.1/", "http://user@127.0.0.1/", "http://world.example@127.0.0.1/", "http://:@127.0.0.1/",
    "http://world.example:80@127.0.0.1/", "http://world.example%40127.0.0.1/", "http://127.0.0.1@world.example/",
    "http://world.example\\@127.0.0.1/", "http://127.0.0.1\\@world.example/", "http:\\\\127.0.0.1\\",
    "http://127.0.0.1#@world.example/", "http://127.0.0.1?@world.example/", "http://127.0.0.1;world.example/",
    "http://127.0.0.1 world.example/", "http://world.example 127.0.0.1/", "http://127.0.0.1\t/", "http://127.0.0.1\n/",
    "http://127.0.0.1\r\nHost: world.example\r\n\r\n", "http://world.example/\r\nX: y", "http://127.0.0.1\x00.world.example/",
    "http://world.example/\x7f", "http://127.0.0.1\u2028/", "http://127.0.0.1／@world.example", "http://world.example℀127.0.0.1/",
    "http://127.0.0.1:22/", "http://127.0.0.1:25/", "http://world.example:22/", "http://world.example:5432/",
    "http://world.example:6379/", "http://world.example:0/", "http://world.example:8080/", "http://world.example:65536/",
    "http://world.example:-80/", "http://world.example:x/", "http://world.example:80:22/", "http://world.example:８０８０/",
    "http://world.example:99999999999999999999/", "http://" + "a" * 300 + "/", "http://" + "a." * 200 + "example/",
    "http://127.0.0.1/" + "a" * 3_000, "https://127.0.0.1/?" + "b=c&" * 40_000, "http://xn--/", "http://xn--a/",
    "http://.../", "http://.localhost/", "http://-/", "http://\ud800/", "http://127.0.0.1/\udfff", "", " ", "\x00",
]  # fmt: skip


def addresses():
    """Every address once, in a fixed order."""
    hosts = [*FOUR, *NOTATIONS, *SIX, *CALLED]
    plain = [f"http://{host}/" for host in hosts]
    safe = [f"https://{host}/x?y=z" for host in (*FOUR[:12], *NOTATIONS[:8], *SIX[:12], *CALLED[:12])]
    return list(dict.fromkeys([*plain, *safe, *SCHEMES, *ODD]))


ADDRESSES = addresses()
