"""River, mountains and fields."""

import math
from collections.abc import Sequence

from demo.drawing import nature, things
from demo.drawing.canvas import HEIGHT, WIDTH, Canvas, Point, mix
from demo.drawing.vehicles import bus


def river_valley(canvas: Canvas) -> None:
    """The May river winding out of the hills, a sampan on it."""
    nature.sky(canvas, 470, sun=(1130, 300), radius=58)
    nature.clouds(canvas, 4, 70, 240)
    nature.birds(canvas, 420, 190)
    nature.hills(canvas, 430, 560, 4, 230)
    nature.plain(canvas, 545)
    canvas.veil(430, 560, canvas.palette.cloud, 0.4)
    for number in range(5):
        y = 575 + number * number * 17
        field = [(float(x), y + 10 * math.sin(x / 210 + number)) for x in range(0, WIDTH + 20, 20)]
        colour = mix(canvas.palette.ground, (canvas.palette.gold, canvas.palette.leaf)[number % 2], 0.22)
        far = mix(colour, canvas.palette.sky_low, 0.25 - number * 0.05)
        canvas.shade([*field, (WIDTH, HEIGHT), (0, HEIGHT)], far, colour)
    nature.river(canvas, 545, 900, 1.0, 900)

    for x, y, size in (
        (150, 690, 120),
        (250, 664, 90),
        (60, 740, 150),
        (1470, 680, 120),
        (1390, 654, 84),
        (1560, 735, 150),
    ):
        nature.tree(canvas, x, y, size)
    things.house(canvas, 300, 690, 84, 38)
    things.house(canvas, 1250, 668, 70, 32)
    things.boat(canvas, 820, 760, 210, canopy=True)
    nature.bamboo(canvas, 90, 905, 430)
    nature.bamboo(canvas, 1540, 905, 380)


def mist_river(canvas: Canvas) -> None:
    """Hills standing in the clouds above still water: the name of the province."""
    nature.sky(canvas, 560, sun=(480, 210), radius=46)
    nature.hills(canvas, 330, 590, 5, 300)
    for y, x, size in ((360, 300, 300), (430, 1180, 340), (500, 640, 300), (560, 1460, 260), (300, 880, 240)):
        nature.cloud(canvas, x, y, size, 170)
    nature.water(canvas, 585, ripples=34)
    canvas.veil(480, 600, canvas.palette.cloud, 0.6)
    for x, size in ((1180, 70), (1260, 96), (1345, 80)):
        nature.tree(canvas, x, 612, size, mix(canvas.palette.leaf, canvas.palette.sky_low, 0.3))
    things.boat(canvas, 560, 720, 230)
    things.boat(canvas, 1010, 655, 110, canopy=True)
    nature.bamboo(canvas, 1520, 915, 520)


def terraces(canvas: Canvas) -> None:
    """Rice terraces stepping down a valley."""
    colours = canvas.palette
    nature.sky(canvas, 330, sun=(330, 170), radius=44)
    nature.clouds(canvas, 3, 60, 170)
    nature.hills(canvas, 300, 380, 3, 190)
    canvas.veil(260, 390, colours.cloud, 0.45)
    phase = canvas.random.uniform(0, 6)
    base, light, count = colours.ground, mix(colours.leaf, colours.sky_low, 0.45), 17
    for number in range(count):
        share = number / (count - 1)
        y = 350 + 520 * share**1.35
        lift = 46 + 40 * share
        curve = []
        for x in range(0, WIDTH + 20, 20):
            t = x / WIDTH * math.pi * 2
            wave = math.sin(t * 0.8 + phase + number * 0.16) + 0.42 * math.sin(t * 2.1 + phase * 2 - number * 0.22)
            curve.append((float(x), y + wave * lift))
        colour = mix(mix(light, base, share), colours.gold, 0.16 if number % 3 == 1 else 0)
        flooded = number % 4 == 2
        face = mix(colours.water_far, colour, 0.25) if flooded else mix(colour, colours.sky_low, 0.12)
        foot = max(y1 for _, y1 in curve) + 2.4 * lift
        canvas.shade([*curve, (WIDTH, foot), (0, foot)], face, colour)
        canvas.line(curve, mix(colour, colours.dark, 0.35), 3 + 4 * share)
        canvas.line(
            [(x, y1 + 5 + 5 * share) for x, y1 in curve], mix(colour, (255, 255, 255), 0.35), 1.5 + share, 120
        )
    things.house(canvas, 1150, 520, 92, 40, mix(colours.wall, colours.roof, 0.35))
    things.house(canvas, 1280, 545, 74, 34, mix(colours.wall, colours.roof, 0.35))
    nature.tree(canvas, 1110, 528, 110)
    nature.tree(canvas, 1390, 566, 130)
    for x, y in ((430, 704), (520, 716), (640, 712)):
        things.person(canvas, x, y, 78, hat=True)
    nature.bamboo(canvas, 60, 920, 400)


def tea_hills(canvas: Canvas) -> None:
    """Combed rows of tea on round hills, pickers between them."""
    colours = canvas.palette
    nature.sky(canvas, 400, sun=(1240, 190), radius=50)
    nature.clouds(canvas, 4, 60, 210)
    nature.hills(canvas, 350, 440, 3, 220)
    canvas.veil(320, 470, colours.cloud, 0.5)
    nature.plain(canvas, 438, colours.leaf, mix(colours.leaf, colours.sky_low, 0.5))
    for centre, top, spread, tone in ((1250, 400, 760, 0.35), (260, 430, 800, 0.2), (900, 560, 1150, 0.0)):
        colour = mix(colours.leaf, colours.sky_low, tone)
        outline = [(float(x), top + ((x - centre) / spread) ** 2 * 330) for x in range(-20, WIDTH + 40, 20)]
        canvas.shade(
            [*outline, (WIDTH, HEIGHT), (0, HEIGHT)],
            mix(colour, colours.sky_low, 0.15),
            mix(colour, colours.dark, 0.15),
        )
        for row in range(1, 13):
            drop = 10 + row * 17 * (1 + row * 0.05)
            line = [(x, y + drop + math.sin(x / 170 + row) * 3) for x, y in outline]
            canvas.line(line, mix(colour, colours.dark, 0.32), 4 + row * 0.8)
            canvas.line(
                [(x, y - 5 - row * 0.4) for x, y in line], mix(colour, colours.gold, 0.32), 3 + row * 0.5, 150
            )
    for x, y, size in ((620, 660, 92), (760, 640, 88), (1010, 650, 90), (1130, 690, 100), (340, 700, 96)):
        things.person(canvas, x, y, size, hat=True)
        canvas.oval(x + size * 0.18, y - size * 0.42, size * 0.12, size * 0.14, (170, 120, 70))
    nature.tree(canvas, 1440, 500, 150)
    nature.tree(canvas, 1525, 520, 110)


def forest(canvas: Canvas) -> None:
    """A protected forest: trunks, light, a path with people planting."""
    colours = canvas.palette
    canvas.shade(
        [(0, 0), (WIDTH, 0), (WIDTH, 640), (0, 640)], mix(colours.leaf, colours.sky_low, 0.55), colours.sky_low
    )
    canvas.glow(860, 260, 620, colours.sun, 0.8)
    for layer, (count, y, tone, width) in enumerate(((22, 600, 0.72, 14), (15, 650, 0.5, 22), (9, 720, 0.22, 36))):
        colour = mix(mix(colours.leaf, colours.dark, 0.4), colours.sky_low, tone)
        for number in range(count):
            x = WIDTH * (number + canvas.random.random() * 0.8) / count
            if layer == 2 and 520 < x < 1150:
                continue
            canvas.polygon(
                [(x - width * 0.35, -5), (x + width * 0.35, -5), (x + width * 0.62, y), (x - width * 0.62, y)], colour
            )
            for _ in range(5 - layer):
                canvas.oval(
                    x + canvas.random.uniform(-90, 90),
                    canvas.random.uniform(-40, 150 + 30 * layer),
                    canvas.random.uniform(70, 130),
                    canvas.random.uniform(34, 64),
                    colour,
                    235,
                )
        canvas.shade(
            [*nature.ridge(canvas, y + 20, 40), (WIDTH, HEIGHT), (0, HEIGHT)],
            mix(colour, colours.ground, 0.55),
            mix(colour, colours.ground, 0.8),
        )
    canvas.shade(
        [(830, 700), (900, 700), (1240, HEIGHT), (520, HEIGHT)],
        mix(colours.gold, colours.ground, 0.45),
        mix(colours.wall, colours.ground, 0.4),
    )
    for x, y in ((640, 830), (560, 800), (1190, 820), (1300, 850), (420, 850), (1420, 800), (250, 820)):
        canvas.line([(x, y), (x, y - 46)], mix(colours.leaf, colours.dark, 0.3), 4)
        for side in (-1, 1):
            for step in (0, 16):
                canvas.polygon(
                    [
                        (x, y - 26 - step),
                        (x + side * 12, y - 46 - step),
                        (x + side * 26, y - 50 - step),
                        (x + side * 16, y - 36 - step),
                    ],
                    mix(colours.leaf, colours.gold, 0.35),
                )
    for x, y, size in ((690, 838, 120), (1110, 830, 118), (350, 868, 128)):
        things.person(canvas, x, y, size, hat=True)


def mountain_pass(canvas: Canvas) -> None:
    """The road over Đèo Trăng with its hairpins."""
    colours = canvas.palette
    nature.sky(canvas, 420, sun=(1230, 160), radius=46)
    nature.clouds(canvas, 4, 80, 230)
    nature.hills(canvas, 380, 500, 4, 340)
    nature.cloud(canvas, 380, 400, 320, 160)
    nature.cloud(canvas, 1240, 440, 300, 150)
    canvas.shade(
        [(0, 560), (300, 500), (760, 470), (1180, 520), (WIDTH, 480), (WIDTH, HEIGHT), (0, HEIGHT)],
        mix(colours.ground, colours.sky_low, 0.25),
        colours.ground,
    )
    turns = [
        (820, 486),
        (1010, 520),
        (760, 548),
        (560, 580),
        (900, 622),
        (1180, 668),
        (820, 736),
        (420, 800),
        (640, 905),
    ]
    bends = spline(turns, 14)
    for colour, factor in (
        (mix(colours.ground, colours.dark, 0.35), 1.25),
        (mix(colours.wall, colours.dark, 0.35), 1.0),
    ):
        for (x1, y1), (x2, y2) in zip(bends, bends[1:], strict=False):
            width = (9 + 74 * ((y1 - 486) / 420) ** 1.3) * factor
            canvas.line([(x1, y1), (x2, y2)], colour, width)
            canvas.oval(x2, y2, width / 2, width / 2, colour)
    for number in range(0, len(bends) - 2, 3):
        canvas.line(bends[number : number + 2], (255, 250, 230), 1 + 3 * ((bends[number][1] - 486) / 420), 190)
    for x, y, size in (
        (120, 640, 150),
        (230, 690, 170),
        (60, 760, 220),
        (1380, 640, 150),
        (1490, 700, 190),
        (1300, 760, 160),
        (1560, 800, 240),
        (680, 520, 60),
        (450, 540, 70),
        (1120, 560, 70),
    ):
        nature.tree(canvas, x, y, size)
    bus(canvas, 1010, 630, 130)
    things.person(canvas, 300, 850, 100, hat=True)
    things.person(canvas, 352, 856, 74)


def spline(points: Sequence[Point], steps: int) -> list[Point]:
    """Return a Catmull-Rom curve through the points."""
    ends = [points[0], *points, points[-1]]
    curve = []
    for p0, p1, p2, p3 in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        for step in range(steps):
            t = step / steps
            curve.append(
                tuple(
                    0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
                    for a, b, c, d in zip(p0, p1, p2, p3, strict=True)
                )
            )
    return [*curve, points[-1]]  # type: ignore[list-item]


def ponds(canvas: Canvas) -> None:
    """Shrimp ponds between mangroves, seen from a dyke."""
    colours = canvas.palette
    nature.sky(canvas, 360, sun=(1200, 210), radius=50)
    nature.clouds(canvas, 4, 60, 200)
    nature.hills(canvas, 350, 372, 2, 110)
    nature.plain(canvas, 360)
    for row, (top, bottom) in enumerate(((384, 432), (446, 536), (556, 706), (734, 930))):
        count = 7 - row
        for column in range(-1, count + 1):

            def edge(share: float, y: float) -> float:
                return 800 + (share - 0.5) * WIDTH * (0.8 + (y - 360) / 360)

            left, right = (column + 0.06) / count, (column + 0.94) / count
            corners = [
                (edge(left, top), top),
                (edge(right, top), top),
                (edge(right, bottom), bottom),
                (edge(left, bottom), bottom),
            ]
            canvas.shade(corners, mix(colours.water_far, colours.sky_low, 0.3), colours.water_near)
            middle = (edge((left + right) / 2, (top + bottom) / 2), (top + bottom) / 2)
            for step in range(3 if row else 0):
                canvas.oval(middle[0] + (step - 1) * 18 * row, middle[1], 7 * row, 3 * row, (255, 255, 255), 120)
    for number in range(34):
        x = number * 49 + canvas.random.uniform(-14, 14)
        nature.tree(canvas, x, 378 + canvas.random.uniform(-3, 5), canvas.random.uniform(38, 58))
    things.house(canvas, 1110, 560, 96, 44)
    nature.palm(canvas, 1240, 566, 190)
    nature.palm(canvas, 1075, 556, 160, -0.14)
    things.person(canvas, 560, 730, 112, hat=True)
    things.person(canvas, 626, 736, 108)
    nature.palm(canvas, 120, 880, 420)
