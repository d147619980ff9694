"""Sky, hills, water and plants."""

import math

from demo.drawing.canvas import HEIGHT, WIDTH, Canvas, Point, mix
from demo.drawing.palettes import Colour

STEP = 16


def sky(canvas: Canvas, horizon: float, sun: Point | None = None, radius: float = 52) -> None:
    """Paint the sky down to the horizon, with a sun and its light."""
    colours = canvas.palette
    canvas.shade([(0, 0), (WIDTH, 0), (WIDTH, horizon + 2), (0, horizon + 2)], colours.sky_top, colours.sky_low)
    if sun:
        canvas.glow(*sun, radius * 7, colours.sun, 0.55)
        canvas.glow(*sun, radius * 2.6, colours.sun, 0.8)
        canvas.oval(*sun, radius, radius, colours.sun)


def cloud(canvas: Canvas, x: float, y: float, size: float, alpha: int = 190) -> None:
    """A flat cloud of stacked strokes, as on old woodblock prints."""
    strokes = [
        (-0.62, 0.0, 1.24, 0.12),
        (-0.4, -0.1, 0.86, 0.13),
        (-0.14, -0.2, 0.46, 0.13),
        (-0.98, 0.12, 0.9, 0.055),
        (0.1, 0.15, 0.8, 0.055),
    ]
    canvas.strokes(
        [(x + left * size, y + top * size, width * size, height * size) for left, top, width, height in strokes],
        canvas.palette.cloud,
        alpha,
    )


def clouds(canvas: Canvas, count: int, top: float, bottom: float) -> None:
    """Scatter clouds over a band of the sky, evenly enough not to collide."""
    for number in range(count):
        x = WIDTH * (number + 0.2 + canvas.random.random() * 0.6) / count
        cloud(canvas, x, canvas.random.uniform(top, bottom), canvas.random.uniform(130, 250), 150)


def ridge(canvas: Canvas, base: float, height: float, roughness: float = 1.0) -> list[Point]:
    """Return the line of a mountain range: long waves, smaller ones on top."""
    waves = [
        (canvas.random.uniform(0.7, 1.5), canvas.random.uniform(0, 6.3), 0.55),
        (canvas.random.uniform(2.2, 3.6), canvas.random.uniform(0, 6.3), 0.3),
        (canvas.random.uniform(5, 9), canvas.random.uniform(0, 6.3), 0.1 * roughness),
        (canvas.random.uniform(14, 22), canvas.random.uniform(0, 6.3), 0.03 * roughness),
    ]
    points = []
    for x in range(0, WIDTH + STEP, STEP):
        angle = x / WIDTH * math.pi * 2
        lift = sum(share * math.sin(angle * speed + phase) for speed, phase, share in waves)
        points.append((float(x), base - height * (0.5 + lift / 2)))
    return points


def hills(canvas: Canvas, top: float, bottom: float, count: int, height: float = 150) -> None:
    """Layer ranges from far and pale to near and dark, each fading into the mist at its foot."""
    colours = canvas.palette
    for number in range(count):
        share = number / max(1, count - 1)
        base = top + (bottom - top) * share
        colour = mix(colours.far, colours.near, share**1.2)
        points = [
            *ridge(canvas, base, height * (1.15 - 0.4 * share), 1.3 - share),
            (WIDTH, base + 150),
            (0, base + 150),
        ]
        canvas.shade(points, colour, mix(colour, colours.sky_low, 0.62 * (1 - share * 0.6)))


def plain(canvas: Canvas, top: float, near: Colour | None = None, far: Colour | None = None) -> None:
    """Paint the ground from ``top`` to the lower edge."""
    colours = canvas.palette
    near, far = near or colours.ground, far or mix(colours.ground, colours.sky_low, 0.35)
    canvas.shade([(0, top), (WIDTH, top), (WIDTH, HEIGHT), (0, HEIGHT)], far, near)


def water(canvas: Canvas, top: float, bottom: float = HEIGHT, ripples: int = 26) -> None:
    """Paint a wide sheet of water with strokes of light."""
    colours = canvas.palette
    canvas.shade([(0, top), (WIDTH, top), (WIDTH, bottom), (0, bottom)], colours.water_far, colours.water_near)
    glints(canvas, ripples, (0, WIDTH), (top + 8, bottom))


def glints(canvas: Canvas, count: int, across: Point, down: Point) -> None:
    """Strokes of light on water, longer when nearer."""
    for _ in range(count):
        y = canvas.random.uniform(*down)
        nearness = (y - down[0]) / max(1.0, down[1] - down[0])
        width = canvas.random.uniform(24, 70) * (0.5 + nearness * 1.6)
        canvas.box(
            canvas.random.uniform(*across) - width / 2,
            y,
            width,
            1.6 + nearness * 2.6,
            mix(canvas.palette.water_far, (255, 255, 255), 0.35),
            1.5,
            int(60 + 60 * nearness),
        )


def river(canvas: Canvas, top: float, start: float, bends: float = 1.0, width: float = 560) -> None:
    """A river that winds from the horizon (x = ``start``) towards the reader, growing as it comes."""
    left, right = [], []
    steps = 48
    for step in range(steps + 1):
        share = step / steps
        y = top + (HEIGHT - top) * share**1.55
        centre = start + math.sin(share * math.pi * 2.1 * bends) * 330 * share**0.8
        half = 5 + width * share**1.9 / 2
        left.append((centre - half, y))
        right.append((centre + half, y))
    canvas.shade([*left, *reversed(right)], canvas.palette.water_far, canvas.palette.water_near)
    for step in range(10, steps, 3):
        (x1, y), (x2, _) = left[step], right[step]
        inset = (x2 - x1) * canvas.random.uniform(0.12, 0.55)
        length = (x2 - x1) * canvas.random.uniform(0.1, 0.28)
        canvas.box(x1 + inset, y, length, 1 + step / 16, (255, 255, 255), 1.5, 80)


def tree(canvas: Canvas, x: float, y: float, size: float, colour: Colour | None = None) -> None:
    """A broad-leaved tree standing at (x, y)."""
    colour = colour or canvas.palette.leaf
    canvas.polygon(
        [
            (x - size * 0.05, y),
            (x - size * 0.025, y - size * 0.6),
            (x + size * 0.025, y - size * 0.6),
            (x + size * 0.05, y),
        ],
        mix(canvas.palette.dark, colour, 0.25),
    )
    dark, light = mix(colour, canvas.palette.dark, 0.22), mix(colour, canvas.palette.sky_low, 0.2)
    for dx, dy, r, tone in [
        (0.2, -0.58, 0.25, dark),
        (-0.2, -0.6, 0.26, dark),
        (0.0, -0.82, 0.3, colour),
        (-0.1, -0.66, 0.24, colour),
        (-0.08, -0.92, 0.17, light),
    ]:
        canvas.oval(x + dx * size, y + dy * size, r * size, r * size * 0.92, tone)


def palm(canvas: Canvas, x: float, y: float, size: float, lean: float = 0.16) -> None:
    """A coconut or areca palm."""
    trunk = [(x + lean * size * (t / 8) ** 2, y - size * t / 8) for t in range(9)]
    canvas.line(trunk, mix(canvas.palette.dark, canvas.palette.wall, 0.25), size * 0.035)
    top_x, top_y = trunk[-1]
    for angle in (-168, -140, -108, -72, -40, -12, 18, 162):
        reach = size * 0.34
        direction = math.radians(angle)
        tip = (top_x + math.cos(direction) * reach, top_y + math.sin(direction) * reach * 0.6 + reach * 0.22)
        middle = (
            top_x + math.cos(direction) * reach * 0.55,
            top_y + math.sin(direction) * reach * 0.62 - reach * 0.05,
        )
        canvas.polygon(
            [(top_x, top_y), (middle[0], middle[1] - size * 0.03), tip, (middle[0], middle[1] + size * 0.035)],
            mix(canvas.palette.leaf, canvas.palette.dark, 0.25 if angle % 3 else 0.05),
        )


def bamboo(canvas: Canvas, x: float, y: float, size: float) -> None:
    """A clump of bamboo bending over a bank."""
    for number in range(9):
        lean = (number - 4) * 0.085 * size
        height = size * (1 - abs(number - 4) * 0.06)
        stem = [(x + (number - 4) * size * 0.02 + lean * (t / 6) ** 2, y - height * t / 6) for t in range(7)]
        colour = mix(canvas.palette.leaf, canvas.palette.dark, 0.1 + 0.05 * (number % 4))
        canvas.line(stem, colour, size * 0.014)
        for joint in range(3, 7):
            px, py = stem[joint]
            for side in (-1, 1):
                for drop, reach in ((0.15, 0.17), (0.75, 0.13)):
                    length = size * (reach - 0.01 * joint)
                    tip = (px + side * length, py + length * drop)
                    x0, y0 = (px + tip[0]) / 2, (py + tip[1]) / 2
                    canvas.polygon([(px, py), (x0, y0 - length * 0.1), tip, (x0, y0 + length * 0.1)], colour)


def birds(canvas: Canvas, x: float, y: float, count: int = 5) -> None:
    """A skein of birds far away."""
    for number in range(count):
        bx, by = x + number * 34 + (number % 2) * 9, y - abs(number - count // 2) * -13
        canvas.line([(bx - 11, by - 5), (bx, by), (bx + 11, by - 6)], canvas.palette.dark, 2.2, 150)
