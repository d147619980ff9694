"""Bridges, streets and the floating market."""

import math

from demo.drawing import nature, things
from demo.drawing.canvas import HEIGHT, WIDTH, Canvas, mix
from demo.drawing.palettes import Colour
from demo.drawing.vehicles import bus


def bridge(canvas: Canvas) -> None:
    """The cable-stayed May Hạ bridge."""
    colours = canvas.palette
    nature.sky(canvas, 520, sun=(806, 286), radius=62)
    nature.clouds(canvas, 4, 60, 260)
    nature.birds(canvas, 300, 250)
    nature.hills(canvas, 450, 520, 3, 170)
    skyline(canvas, 524, mix(colours.near, colours.sky_low, 0.35))
    nature.water(canvas, 520, ripples=50)
    steel = mix(colours.wall, colours.dark, 0.12)

    def deck(x: float) -> float:
        return 560 - 74 * math.sin(x / WIDTH * math.pi) + (x / WIDTH - 0.5) * -20

    for tower in (500, 1100):
        canvas.polygon([(tower - 14, 690), (tower + 14, 690), (tower + 14, 730), (tower - 14, 730)], colours.dark, 60)
        for side in (-1, 1):
            canvas.shade(
                [
                    (tower + side * 32, 700),
                    (tower + side * 20, 700),
                    (tower + side * 1, 132),
                    (tower + side * 11, 132),
                ],
                steel,
                mix(steel, colours.dark, 0.3),
            )
        canvas.box(tower - 13, 128, 26, 62, steel, 4)
        canvas.box(tower - 26, 350, 52, 12, mix(steel, colours.dark, 0.2), 2)
        for number in range(1, 13):
            for side in (-1, 1):
                x = tower + side * number * 24.5
                canvas.line([(tower, 140 + number * 9), (x, deck(x))], mix(steel, colours.sky_low, 0.15), 1.7, 215)
        canvas.box(tower - 62, 694, 124, 24, mix(steel, colours.dark, 0.45), 8)
    road = [(float(x), deck(x)) for x in range(-20, WIDTH + 40, 20)]
    canvas.shade(
        [*road, *[(x, y + 17) for x, y in reversed(road)]],
        mix(steel, (255, 255, 255), 0.3),
        mix(steel, colours.dark, 0.4),
    )
    canvas.line([(x, y - 9) for x, y in road], colours.red, 2.4)
    for x in (90, 260, 1420):
        canvas.box(x - 9, deck(x) + 14, 18, 170, mix(steel, colours.dark, 0.3), 3)
    for x, tone in ((360, 1), (690, 2), (860, 0), (1270, 3)):
        canvas.box(x, deck(x) - 15, 34, 13, things.CLOTHES[tone], 5)
    bus(canvas, 1000, deck(1030) + 2, 62)
    things.boat(canvas, 800, 780, 250, canopy=True)
    things.boat(canvas, 330, 660, 110)
    canvas.shade(
        [(0, 830), (260, 812), (620, HEIGHT), (0, HEIGHT)], colours.ground, mix(colours.ground, colours.dark, 0.3)
    )
    nature.tree(canvas, 110, 850, 230)
    nature.tree(canvas, 260, 880, 170)
    nature.bamboo(canvas, 1530, 925, 430)


def skyline(canvas: Canvas, y: float, colour: Colour) -> None:
    """A far row of roofs."""
    x = 0.0
    while x < WIDTH:
        width, height = canvas.random.uniform(26, 62), canvas.random.uniform(14, 46)
        canvas.box(x, y - height, width, height + 4, colour)
        if canvas.random.random() < 0.4:
            canvas.polygon([(x, y - height), (x + width / 2, y - height - 14), (x + width, y - height)], colour)
        x += width + canvas.random.uniform(0, 10)


def _town(canvas: Canvas, lit: bool) -> None:
    colours = canvas.palette
    nature.sky(canvas, 600, sun=(1240, 250), radius=54)
    nature.clouds(canvas, 4, 60, 200)
    nature.hills(canvas, 400, 520, 3, 220)
    canvas.veil(400, 600, colours.cloud, 0.35)
    for number in range(24):
        nature.tree(
            canvas,
            number * 72 + canvas.random.uniform(-20, 20),
            560,
            canvas.random.uniform(90, 140),
            mix(colours.leaf, colours.sky_low, 0.3),
        )
    things.street(canvas, 640, -20, WIDTH, 150, 320, lit)
    pavement = mix(colours.wall, colours.dark, 0.22)
    canvas.shade([(0, 640), (WIDTH, 640), (WIDTH, 712), (0, 712)], mix(pavement, colours.wall, 0.3), pavement)
    for number in range(9):
        nature.tree(canvas, 90 + number * 182, 690, 128)
        if lit:
            canvas.line([(180 + number * 182, 694), (180 + number * 182, 566)], colours.dark, 4)
            canvas.glow(180 + number * 182, 562, 90, (255, 214, 130), 0.8)
            canvas.oval(180 + number * 182, 562, 8, 8, (255, 240, 200))
    things.crowd(canvas, 30, WIDTH - 30, 690, 72, 16)
    bus(canvas, 1070, 704, 150)
    canvas.shade(
        [(0, 712), (WIDTH, 712), (WIDTH, 744), (0, 744)],
        mix(pavement, colours.dark, 0.35),
        mix(pavement, colours.dark, 0.5),
    )
    canvas.line([(0, 714), (WIDTH, 714)], mix(pavement, (255, 255, 255), 0.5), 4)
    nature.water(canvas, 744, ripples=30)
    if lit:
        for _ in range(70):
            x, y = canvas.random.uniform(0, WIDTH), canvas.random.uniform(748, 860)
            canvas.box(x, y, canvas.random.uniform(16, 60), 3, (255, 206, 120), 1.5, 120)


def town(canvas: Canvas) -> None:
    """The river street of Mây Trung by day."""
    _town(canvas, lit=False)
    things.boat(canvas, 380, 826, 230, canopy=True)
    things.boat(canvas, 1130, 846, 260, cargo=canvas.palette.gold)


def town_evening(canvas: Canvas) -> None:
    """The same kind of street when the lamps are lit."""
    _town(canvas, lit=True)
    things.boat(canvas, 560, 834, 240, canopy=True)


def floating_market(canvas: Canvas) -> None:
    """Boats heaped with fruit, each with a pole that shows its wares."""
    colours = canvas.palette
    nature.sky(canvas, 380, sun=(820, 250), radius=60)
    nature.clouds(canvas, 4, 60, 200)
    nature.hills(canvas, 360, 392, 2, 120)
    skyline(canvas, 394, mix(colours.near, colours.sky_low, 0.45))
    for number in range(12):
        nature.palm(canvas, 60 + number * 138 + canvas.random.uniform(-40, 40), 398, canvas.random.uniform(90, 140))
    nature.water(canvas, 392, ripples=60)
    goods: list[Colour] = [(214, 96, 52), (228, 176, 66), (112, 150, 66), (176, 60, 70), (236, 206, 120)]
    fleet = [
        (250, 450, 120),
        (560, 462, 130),
        (960, 452, 120),
        (1330, 466, 140),
        (420, 540, 190),
        (820, 548, 200),
        (1210, 556, 200),
        (180, 640, 270),
        (660, 664, 300),
        (1130, 676, 310),
        (1500, 640, 270),
        (380, 812, 420),
        (980, 836, 460),
    ]
    for number, (x, y, size) in enumerate(fleet):
        pole = x - size * 0.4
        canvas.line([(pole, y), (pole, y - size * 0.62)], mix(things.HAT, colours.dark, 0.35), size * 0.014)
        for step in range(3):
            canvas.oval(pole, y - size * (0.6 - step * 0.075), size * 0.03, size * 0.034, goods[(number + step) % 5])
        things.boat(canvas, x, y, size, canopy=number % 3 == 1, cargo=None if number % 3 == 1 else goods[number % 5])
        if number % 2:
            things.person(canvas, x - size * 0.3, y - size * 0.04, size * 0.33, hat=True)


def network(canvas: Canvas) -> None:
    """A town at dusk, its sensors joined by lines of light."""
    colours = canvas.palette
    nature.sky(canvas, 640, sun=(800, 470), radius=70)
    nature.hills(canvas, 520, 620, 3, 220)
    for depth, (low, high, y, tone) in enumerate(((70, 200, 690, 0.45), (60, 150, 760, 0.18))):
        x = -20.0
        colour = mix(colours.near, colours.sky_low, tone)
        while x < WIDTH:
            width, height = canvas.random.uniform(58, 112), canvas.random.uniform(low, high)
            canvas.shade(
                [(x, y - height), (x + width, y - height), (x + width, y + 40), (x, y + 40)],
                colour,
                mix(colour, colours.dark, 0.3),
            )
            things.rows_of_windows(
                canvas,
                x + 6,
                y - height + 8,
                width - 12,
                height,
                4,
                max(2, int(height / 30)),
                mix(colour, colours.dark, 0.25),
                colours.gold if depth else mix(colours.gold, colour, 0.3),
            )
            x += width + canvas.random.uniform(2, 16)
    nodes = [
        (110, 360),
        (270, 210),
        (430, 330),
        (560, 160),
        (720, 280),
        (880, 130),
        (1020, 300),
        (1160, 190),
        (1310, 340),
        (1470, 220),
        (350, 450),
        (900, 420),
        (1240, 460),
    ]
    light: Colour = (255, 236, 190)
    links = [
        (0, 1),
        (1, 2),
        (1, 3),
        (2, 4),
        (3, 4),
        (3, 5),
        (4, 6),
        (5, 6),
        (5, 7),
        (6, 8),
        (7, 8),
        (7, 9),
        (8, 9),
        (2, 10),
        (6, 11),
        (8, 12),
        (4, 11),
    ]
    for first, second in links:
        (x1, y1), (x2, y2) = nodes[first], nodes[second]
        bow = [
            (x1 + (x2 - x1) * t / 10, y1 + (y2 - y1) * t / 10 - math.sin(t / 10 * math.pi) * 22) for t in range(11)
        ]
        canvas.line(bow, light, 2, 150)
    for number, (x, y) in enumerate(nodes):
        canvas.line([(x, y), (x, 640)], light, 1.2, 60)
        canvas.glow(x, y, 64, light, 0.75)
        canvas.oval(x, y, 11 if number % 3 else 15, 11 if number % 3 else 15, (255, 250, 232))
        canvas.oval(x, y, 6, 6, colours.red if number % 3 == 0 else mix(colours.gold, colours.red, 0.2))
    nature.water(canvas, 790, ripples=34)
    for _ in range(60):
        canvas.box(
            canvas.random.uniform(0, WIDTH),
            canvas.random.uniform(795, 890),
            canvas.random.uniform(12, 48),
            2.6,
            light,
            1.3,
            110,
        )
    things.boat(canvas, 420, 850, 190, canopy=True)
