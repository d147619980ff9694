"""People, boats, houses and flags."""

import math

from demo.drawing.canvas import Canvas, mix
from demo.drawing.palettes import Colour

SKIN: Colour = (224, 178, 140)
HAT: Colour = (238, 214, 160)
CLOTHES: list[Colour] = [
    (178, 74, 62),
    (62, 104, 140),
    (214, 150, 70),
    (84, 128, 104),
    (120, 84, 128),
    (236, 226, 210),
    (70, 84, 108),
]


def person(canvas: Canvas, x: float, y: float, size: float, hat: bool = False, colour: Colour | None = None) -> None:
    """A small figure standing with its feet at (x, y); ``size`` is its height."""
    colour = colour or canvas.random.choice(CLOTHES)
    legs = mix(colour, canvas.palette.dark, 0.65)
    for side in (-1, 1):
        canvas.box(
            x + side * size * 0.068 - size * 0.055, y - size * 0.44, size * 0.11, size * 0.44, legs, size * 0.03
        )
    canvas.polygon(
        [
            (x - size * 0.12, y - size * 0.78),
            (x + size * 0.12, y - size * 0.78),
            (x + size * 0.15, y - size * 0.38),
            (x - size * 0.15, y - size * 0.38),
        ],
        colour,
    )
    canvas.oval(x, y - size * 0.78, size * 0.12, size * 0.06, colour)
    sleeve = mix(colour, canvas.palette.dark, 0.18)
    for side in (-1, 1):
        shoulder, elbow, wrist = x + side * size * 0.125, x + side * size * 0.185, x + side * size * 0.165
        canvas.line([(shoulder, y - size * 0.75), (elbow, y - size * 0.52)], sleeve, size * 0.07)
        canvas.line([(elbow, y - size * 0.53), (wrist, y - size * 0.4)], sleeve, size * 0.06)
        canvas.oval(wrist, y - size * 0.385, size * 0.032, size * 0.034, SKIN)
    canvas.oval(x, y - size * 0.9, size * 0.085, size * 0.1, SKIN)
    if hat:
        conical_hat(canvas, x, y - size * 0.92, size * 0.26)
    else:
        canvas.pen.pieslice(
            [(x - size * 0.095) * 2, (y - size * 1.01) * 2, (x + size * 0.095) * 2, (y - size * 0.83) * 2],
            180,
            360,
            fill=(*canvas.palette.dark, 255),
        )


def conical_hat(canvas: Canvas, x: float, y: float, half: float) -> None:
    """A nón lá whose brim is at height ``y``."""
    canvas.polygon([(x - half, y), (x, y - half * 0.72), (x + half, y)], HAT)
    canvas.polygon([(x, y - half * 0.72), (x + half, y), (x + half * 0.2, y)], mix(HAT, canvas.palette.dark, 0.16))
    canvas.oval(x, y, half, half * 0.12, mix(HAT, canvas.palette.dark, 0.1))


def crowd(canvas: Canvas, left: float, right: float, y: float, size: float, count: int) -> None:
    """Figures spread over a stretch of ground, the nearer drawn later."""
    spots = sorted((canvas.random.uniform(0, size * 0.5), canvas.random.uniform(left, right)) for _ in range(count))
    for depth, x in spots:
        person(canvas, x, y + depth, size * (0.9 + depth / size * 0.3), hat=canvas.random.random() < 0.2)


def wheelchair(canvas: Canvas, x: float, y: float, size: float, colour: Colour) -> None:
    """A person in a wheelchair, seen from the side."""
    canvas.box(x - size * 0.2, y - size * 0.42, size * 0.4, size * 0.07, canvas.palette.dark, 3)
    canvas.box(x - size * 0.22, y - size * 0.72, size * 0.06, size * 0.36, canvas.palette.dark, 3)
    canvas.polygon(
        [
            (x - size * 0.15, y - size * 0.78),
            (x + size * 0.05, y - size * 0.78),
            (x + size * 0.08, y - size * 0.4),
            (x - size * 0.16, y - size * 0.4),
        ],
        colour,
    )
    canvas.line(
        [(x - size * 0.05, y - size * 0.44), (x + size * 0.26, y - size * 0.42), (x + size * 0.3, y - size * 0.1)],
        mix(colour, canvas.palette.dark, 0.6),
        size * 0.09,
    )
    canvas.oval(x - size * 0.04, y - size * 0.9, size * 0.09, size * 0.105, SKIN)
    canvas.oval(x - size * 0.05, y - size * 0.96, size * 0.095, size * 0.06, canvas.palette.dark)
    for radius, centre in ((0.24, -0.06), (0.08, 0.28)):
        box = [
            (x + (centre - radius) * size) * 2,
            (y - 2 * radius * size) * 2,
            (x + (centre + radius) * size) * 2,
            y * 2,
        ]
        canvas.pen.ellipse(box, outline=(*canvas.palette.dark, 255), width=round(size * 0.06))


def boat(
    canvas: Canvas,
    x: float,
    y: float,
    size: float,
    canopy: bool = False,
    rower: bool = True,
    cargo: Colour | None = None,
) -> None:
    """A sampan of length ``size`` floating at (x, y), with its shadow on the water."""
    canvas.oval(x, y + size * 0.035, size * 0.46, size * 0.03, canvas.palette.dark, 70)
    if rower:
        person(canvas, x + size * 0.33, y - size * 0.03, size * 0.36, hat=True)
        canvas.line(
            [(x + size * 0.27, y - size * 0.2), (x + size * 0.5, y + size * 0.06)], canvas.palette.dark, size * 0.012
        )
    if cargo:
        for number in range(7):
            shade = mix(cargo, canvas.palette.dark, 0.12 * (number % 3))
            canvas.oval(
                x + (number - 4) * size * 0.075,
                y - size * (0.06 + 0.03 * (number % 2)),
                size * 0.055,
                size * 0.05,
                shade,
            )
    if canopy:
        arch = [(x - size * 0.26, y)]
        arch += [
            (x - size * 0.05 - math.cos(t / 12 * math.pi) * size * 0.21, y - math.sin(t / 12 * math.pi) * size * 0.19)
            for t in range(13)
        ]
        thatch = mix(HAT, canvas.palette.dark, 0.35)
        canvas.shade([*arch, (x + size * 0.16, y)], mix(thatch, HAT, 0.4), thatch)
        canvas.oval(x + size * 0.155, y - size * 0.07, size * 0.022, size * 0.075, canvas.palette.dark)
    hull = mix(canvas.palette.roof, canvas.palette.dark, 0.45)
    points = [
        (x - size * 0.5 + size * t / 20, y - size * 0.1 * abs(t / 10 - 1) ** 2.6 - size * 0.018) for t in range(21)
    ]
    bottom = [
        (x + size * 0.4 - size * 0.8 * t / 20, y + size * 0.055 * math.sin(t / 20 * math.pi)) for t in range(21)
    ]
    canvas.polygon([*points, *bottom], hull)
    canvas.line(points, mix(hull, HAT, 0.5), size * 0.012)


def house(canvas: Canvas, x: float, y: float, width: float, height: float, wall: Colour | None = None) -> None:
    """A country house with a tiled roof, its lower left corner at (x, y)."""
    wall, roof = wall or canvas.palette.wall, canvas.palette.roof
    canvas.shade(
        [(x, y - height), (x + width, y - height), (x + width, y), (x, y)], wall, mix(wall, canvas.palette.dark, 0.15)
    )
    canvas.polygon(
        [
            (x - width * 0.08, y - height),
            (x + width * 0.1, y - height * 1.55),
            (x + width * 0.9, y - height * 1.55),
            (x + width * 1.08, y - height),
        ],
        roof,
    )
    canvas.polygon(
        [
            (x - width * 0.08, y - height),
            (x + width * 1.08, y - height),
            (x + width * 1.06, y - height * 0.93),
            (x - width * 0.06, y - height * 0.93),
        ],
        mix(roof, canvas.palette.dark, 0.4),
    )
    door = mix(canvas.palette.dark, canvas.palette.roof, 0.3)
    for share in (0.14, 0.44, 0.74):
        canvas.box(
            x + width * share, y - height * 0.68, width * 0.13, height * (0.68 if share == 0.44 else 0.36), door, 1
        )


def rows_of_windows(
    canvas: Canvas,
    x: float,
    y: float,
    width: float,
    height: float,
    across: int,
    down: int,
    colour: Colour,
    lit: Colour | None = None,
) -> None:
    """Windows in a grid; some are lit when ``lit`` is given."""
    cell_w, cell_h = width / across, height / down
    for row in range(down):
        for column in range(across):
            shown = lit if lit and canvas.random.random() < 0.55 else colour
            canvas.box(
                x + column * cell_w + cell_w * 0.22,
                y + row * cell_h + cell_h * 0.22,
                cell_w * 0.56,
                cell_h * 0.56,
                shown,
                2,
            )


def tube_house(
    canvas: Canvas, x: float, y: float, width: float, height: float, wall: Colour, lit: bool = False
) -> None:
    """A narrow town house standing at the lower left corner (x, y)."""
    canvas.shade(
        [(x, y - height), (x + width, y - height), (x + width, y), (x, y)], wall, mix(wall, canvas.palette.dark, 0.12)
    )
    style = canvas.random.randrange(3)
    if style == 0:
        canvas.polygon(
            [(x - 4, y - height), (x + width / 2, y - height - width * 0.42), (x + width + 4, y - height)],
            canvas.palette.roof,
        )
    elif style == 1:
        canvas.box(x - 3, y - height - 9, width + 6, 12, mix(wall, canvas.palette.dark, 0.25), 2)
        canvas.box(x + width * 0.55, y - height - 40, width * 0.26, 32, mix(wall, canvas.palette.dark, 0.3), 4)
    else:
        canvas.box(x - 3, y - height - 7, width + 6, 10, canvas.palette.roof, 2)
        for number in range(3):
            canvas.oval(x + width * (0.25 + number * 0.25), y - height - 12, width * 0.13, 12, canvas.palette.leaf)
    floors = max(2, round((height - 54) / 62))
    pane = mix(canvas.palette.dark, canvas.palette.sky_top, 0.35)
    rows_of_windows(
        canvas, x + 4, y - height + 10, width - 8, height - 64, 2, floors, pane, canvas.palette.gold if lit else None
    )
    awning = canvas.random.choice(CLOTHES[:5])
    canvas.box(x + 6, y - 42, width - 12, 42, canvas.palette.gold if lit else mix(canvas.palette.dark, wall, 0.25), 2)
    canvas.polygon([(x + 2, y - 50), (x + width - 2, y - 50), (x + width + 6, y - 34), (x - 6, y - 34)], awning)


def street(canvas: Canvas, y: float, left: float, right: float, low: float, high: float, lit: bool = False) -> None:
    """A row of town houses along a street."""
    walls: list[Colour] = [
        (246, 232, 206),
        (236, 202, 156),
        (208, 222, 214),
        (244, 218, 198),
        (224, 214, 224),
        (250, 240, 222),
    ]
    x = left
    while x < right:
        width = canvas.random.uniform(66, 104)
        wall = mix(canvas.random.choice(walls), canvas.palette.wall, 0.45)
        tube_house(
            canvas,
            x,
            y,
            width,
            canvas.random.uniform(low, high),
            mix(wall, canvas.palette.dark, 0.3 if lit else 0),
            lit,
        )
        x += width + 2


def flag(canvas: Canvas, x: float, y: float, height: float) -> None:
    """The national flag on a pole standing at (x, y)."""
    canvas.line(
        [(x, y), (x, y - height)], mix(canvas.palette.wall, canvas.palette.dark, 0.35), max(3.0, height * 0.014)
    )
    width, depth = height * 0.33, height * 0.22
    top = [(x + width * t / 8, y - height + math.sin(t / 8 * 5.2) * depth * 0.07) for t in range(9)]
    canvas.polygon([*top, *[(px, py + depth) for px, py in reversed(top)]], (206, 38, 36))
    star = []
    for corner in range(10):
        radius = depth * (0.3 if corner % 2 == 0 else 0.115)
        angle = math.radians(-90 + corner * 36)
        star.append(
            (x + width * 0.5 + math.cos(angle) * radius, y - height + depth * 0.46 + math.sin(angle) * radius)
        )
    canvas.polygon(star, (250, 214, 74))


def tiled_roof(canvas: Canvas, left: float, right: float, eaves: float, ridge: float, colour: Colour) -> None:
    """The sweeping roof of a communal house, its corners turned up."""
    width = right - left
    lift = (eaves - ridge) * 0.3
    lower = []
    for step in range(25):
        share = step / 24
        lower.append((left + width * share, eaves - lift * abs(share * 2 - 1) ** 4))
    slope = [
        (left + width * 0.2 * (t / 6) ** 1.0, eaves - lift + (ridge - eaves + lift) * (t / 6) ** 1.5)
        for t in range(7)
    ]
    mirror = [(left + right - px, py) for px, py in reversed(slope)]
    canvas.shade(
        [*slope, *mirror, *reversed(lower)],
        mix(colour, canvas.palette.sky_low, 0.12),
        mix(colour, canvas.palette.dark, 0.2),
    )
    canvas.line([slope[-1], mirror[0]], mix(colour, canvas.palette.dark, 0.5), 9)
    canvas.line(lower, mix(colour, canvas.palette.dark, 0.5), 6)
    for share in range(1, 24):
        x = left + width * (0.04 + 0.92 * share / 24)
        top = left + width * (0.2 + 0.6 * share / 24)
        canvas.line([(top, ridge + 8), (x, eaves - 8)], mix(colour, canvas.palette.dark, 0.28), 1.6, 110)
