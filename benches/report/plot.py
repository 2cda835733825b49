"""Bars and lines as SVG, readable on light and dark pages alike: a white card, few colours, no script."""

from html import escape

COLOURS = {
    "floor": "#9aa5b1",
    "webhook-kit": "#1f6feb",
    "usual": "#d29922",
}
OTHERS = ["#8250df", "#1a7f37", "#cf222e", "#bf3989", "#57606a"]
FONT = 'font-family="system-ui, -apple-system, Segoe UI, sans-serif"'


def colour(name, names):
    if name in COLOURS:
        return COLOURS[name]
    others = [other for other in names if other not in COLOURS]
    return OTHERS[others.index(name) % len(OTHERS)]


def text(x, y, content, size=12, anchor="start", fill="#24292f", weight="normal"):
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}" fill="{fill}" '
        f'font-weight="{weight}" {FONT}>{escape(content)}</text>'
    )


def card(width, height, title, parts):
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
            f'width="{width}" height="{height}" role="img" aria-label="{escape(title)}">',
            f'<rect width="{width}" height="{height}" rx="6" fill="#ffffff"/>',
            text(20, 28, title, 15, weight="600"),
            *parts,
            "</svg>",
            "",
        ]
    )


def legend(names, y, width):
    parts, x = [], 20
    for name in names:
        wide = 30 + 7 * len(name)
        if x + wide > width - 10:
            x, y = 20, y + 18
        parts.append(f'<rect x="{x}" y="{y - 9}" width="10" height="10" rx="2" fill="{colour(name, names)}"/>')
        parts.append(text(x + 15, y, name, 12))
        x += wide
    return parts, y


def bars(title, groups, most=None, unit=" of the floor"):
    """Groups of horizontal bars: `[(group, [(name, value)])]`."""
    names = list(dict.fromkeys(name for _, bars in groups for name, _ in bars))
    width, left, right = 760, 190, 80
    parts, y = legend(names, 50, width)
    y += 20
    top = y
    most = most or max(value for _, bars in groups for _, value in bars)
    scale = (width - left - right) / most
    for group, bars in groups:
        middle = y + 13 * len(bars) / 2 + 3
        parts.append(text(left - 10, middle, group, 12, "end"))
        for name, value in bars:
            long = min(value, most) * scale
            parts.append(
                f'<rect x="{left}" y="{y:.1f}" width="{long:.1f}" height="10" rx="1" '
                f'fill="{colour(name, names)}"/>'
            )
            more = "+" if value > most else ""
            parts.append(text(left + long + 5, y + 9, f"{value:.2f}{more}", 10, fill="#57606a"))
            y += 13
        y += 9
    one = left + scale
    parts.insert(0, f'<line x1="{one:.1f}" y1="{top - 4}" x2="{one:.1f}" y2="{y - 6}" stroke="#d0d7de"/>')
    parts.append(text(left, y + 8, f"times{unit}; shorter is better", 11, fill="#57606a"))
    return card(width, int(y + 22), title, parts)
