"""Colour arithmetic for the tests of the look: contrast, difference, and what colour-blind readers see.

Contrast is that of WCAG 2.2; difference is CIEDE2000 (Sharma, Wu and Dalal 2005); colour blindness is the
model of Machado, Oliveira and Fernandes (2009) at full severity, whose matrices work on linear sRGB.
"""

import re
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

Kleur = tuple[float, float, float]

ZIENSWIJZEN: dict[str, tuple[Kleur, Kleur, Kleur]] = {
    "gewoon": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "deuteranopie": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "protanopie": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "tritanopie": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def read_tokens(css: str) -> tuple[dict[str, str], dict[str, str]]:
    """Give the colours of the light and of the dark scheme (what dark does not set stays as in light)."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    donker = "".join(re.findall(r"@media \(prefers-color-scheme: dark\) \{\s*:root \{([^}]*)\}", css))
    licht = "".join(re.findall(r"^:root \{([^}]*)\}", css, flags=re.MULTILINE))
    paar = re.compile(r"--([\w-]+):\s*(#[0-9a-f]{6});")
    tokens = dict(paar.findall(licht))
    return tokens, tokens | dict(paar.findall(donker))


def to_lineair(hexa: str) -> Kleur:
    """Give linear sRGB, each channel 0 to 1."""
    r, g, b = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (int(hexa[i : i + 2], 16) / 255 for i in (1, 3, 5))
    )
    return r, g, b


def measure_contrast(een: str, ander: str) -> float:
    """Give the contrast ratio of WCAG, 1 to 21."""
    kleuren = (to_lineair(een), to_lineair(ander))
    donker, licht = sorted(0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in kleuren)
    return (licht + 0.05) / (donker + 0.05)


def to_lab(hexa: str, zienswijze: str = "gewoon") -> Kleur:
    """Give CIELAB (D65) of a colour as someone sees it."""
    bron = to_lineair(hexa)
    r, g, b = (
        min(1.0, max(0.0, sum(m * c for m, c in zip(rij, bron, strict=True))))
        for rij in ZIENSWIJZEN[zienswijze]
    )
    x = (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047
    y = 0.2126729 * r + 0.7151522 * g + 0.0721750 * b
    z = (0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def measure_verschil(een: Kleur, ander: Kleur) -> float:
    """Give the CIEDE2000 difference of two CIELAB colours; about 1 is just visible side by side."""
    (l1, a1, b1), (l2, a2, b2) = een, ander
    c_gem = (hypot(a1, b1) + hypot(a2, b2)) / 2
    g = 0.5 * (1 - sqrt(c_gem**7 / (c_gem**7 + 25**7)))
    a1, a2 = a1 * (1 + g), a2 * (1 + g)
    c1, c2 = hypot(a1, b1), hypot(a2, b2)
    h1, h2 = degrees(atan2(b1, a1)) % 360, degrees(atan2(b2, a2)) % 360
    dh = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0.0
    d_h = 2 * sqrt(c1 * c2) * sin(radians(dh / 2))
    l_gem, c_gem = (l1 + l2) / 2, (c1 + c2) / 2
    h_gem = (h1 + h2 + (360 if abs(h1 - h2) > 180 else 0)) / 2
    t = 1 - 0.17 * cos(radians(h_gem - 30)) + 0.24 * cos(radians(2 * h_gem))
    t += 0.32 * cos(radians(3 * h_gem + 6)) - 0.2 * cos(radians(4 * h_gem - 63))
    s_l = 1 + 0.015 * (l_gem - 50) ** 2 / sqrt(20 + (l_gem - 50) ** 2)
    licht, chroma, tint = (l2 - l1) / s_l, (c2 - c1) / (1 + 0.045 * c_gem), d_h / (1 + 0.015 * c_gem * t)
    draai = sin(radians(60 * exp(-(((h_gem - 275) / 25) ** 2)))) * -2 * sqrt(c_gem**7 / (c_gem**7 + 25**7))
    return sqrt(licht**2 + chroma**2 + tint**2 + draai * chroma * tint)
