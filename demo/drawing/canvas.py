"""A canvas of 1600 × 900 drawn at twice its size, so that edges come out smooth."""

import io
import random
from collections.abc import Sequence

from PIL import Image, ImageDraw

from demo.drawing.palettes import Colour, Palette

WIDTH, HEIGHT, SCALE = 1600, 900, 2
JPEG_QUALITY = 82
Point = tuple[float, float]


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """Return the colour ``share`` (0–1) of the way from ``first`` to ``second``."""
    return tuple(round(a + (b - a) * share) for a, b in zip(first, second, strict=True))  # type: ignore[return-value]


class Canvas:
    """Coordinates are those of the finished picture; ``random`` is seeded, so every run draws the same."""

    def __init__(self, palette: Palette, seed: int) -> None:
        self.palette = palette
        self.random = random.Random(seed)  # noqa: S311 - a drawing, not a secret
        self.image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), palette.sky_low)
        self.pen = ImageDraw.Draw(self.image, "RGBA")

    @staticmethod
    def _scaled(points: Sequence[Point]) -> list[Point]:
        return [(x * SCALE, y * SCALE) for x, y in points]

    def polygon(self, points: Sequence[Point], colour: Colour, alpha: int = 255) -> None:
        """Fill a polygon."""
        self.pen.polygon(self._scaled(points), fill=(*colour, alpha))

    def shade(self, points: Sequence[Point], top: Colour, bottom: Colour) -> None:
        """Fill a polygon with a vertical gradient."""
        scaled = self._scaled(points)
        left, right = max(0, int(min(x for x, _ in scaled))), min(WIDTH * SCALE, int(max(x for x, _ in scaled)) + 1)
        upper, lower = max(0, int(min(y for _, y in scaled))), min(HEIGHT * SCALE, int(max(y for _, y in scaled)) + 1)
        if right <= left or lower <= upper:
            return
        size = (right - left, lower - upper)
        mask = Image.new("L", size)
        ImageDraw.Draw(mask).polygon([(x - left, y - upper) for x, y in scaled], fill=255)
        self.image.paste(gradient(size, top, bottom), (left, upper), mask)

    def line(self, points: Sequence[Point], colour: Colour, width: float, alpha: int = 255) -> None:
        """Draw a line with rounded joints."""
        self.pen.line(self._scaled(points), fill=(*colour, alpha), width=round(width * SCALE), joint="curve")

    def oval(self, x: float, y: float, rx: float, ry: float, colour: Colour, alpha: int = 255) -> None:
        """Fill an ellipse around (x, y)."""
        box = [(x - rx) * SCALE, (y - ry) * SCALE, (x + rx) * SCALE, (y + ry) * SCALE]
        self.pen.ellipse(box, fill=(*colour, alpha))

    def box(
        self, x: float, y: float, width: float, height: float, colour: Colour, radius: float = 0, alpha: int = 255
    ) -> None:
        """Fill a rectangle whose top left corner is (x, y)."""
        corners = [x * SCALE, y * SCALE, (x + width) * SCALE, (y + height) * SCALE]
        self.pen.rounded_rectangle(corners, radius=radius * SCALE, fill=(*colour, alpha))

    def strokes(self, boxes: Sequence[tuple[float, float, float, float]], colour: Colour, alpha: int) -> None:
        """Fill rounded strokes (x, y, width, height) as one shape, so that overlaps do not show."""
        left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
        right, bottom = max(box[0] + box[2] for box in boxes), max(box[1] + box[3] for box in boxes)
        mask = Image.new("L", (round((right - left) * SCALE), round((bottom - top) * SCALE)))
        pen = ImageDraw.Draw(mask)
        for x, y, width, height in boxes:
            corners = [(x - left) * SCALE, (y - top) * SCALE, (x - left + width) * SCALE, (y - top + height) * SCALE]
            pen.rounded_rectangle(corners, radius=height * SCALE / 2, fill=alpha)
        self.image.paste(Image.new("RGB", mask.size, colour), (round(left * SCALE), round(top * SCALE)), mask)

    def glow(self, x: float, y: float, radius: float, colour: Colour, strength: float) -> None:
        """Lay a soft light around (x, y); ``strength`` 0–1 is its opacity in the middle."""
        side = round(radius * 2 * SCALE)
        mask = Image.radial_gradient("L").point(
            lambda value: round(max(0, 255 - value * 1.42) ** 1.5 / 16 * strength)
        )
        mask = mask.resize((side, side), Image.Resampling.BILINEAR)
        corner = (round((x - radius) * SCALE), round((y - radius) * SCALE))
        self.image.paste(Image.new("RGB", (side, side), colour), corner, mask)

    def veil(self, top: float, bottom: float, colour: Colour, strength: float) -> None:
        """Lay mist over the band from ``top`` to ``bottom``, thickest at the bottom."""
        size = (WIDTH * SCALE, round((bottom - top) * SCALE))
        mask = Image.linear_gradient("L").resize(size, Image.Resampling.BILINEAR)
        mask = mask.point(lambda value: round(value * strength))
        self.image.paste(Image.new("RGB", size, colour), (0, round(top * SCALE)), mask)

    def jpeg(self) -> bytes:
        """Return the finished picture."""
        out = io.BytesIO()
        self.image.reduce(SCALE).save(out, "JPEG", quality=JPEG_QUALITY, optimize=True, progressive=True)
        return out.getvalue()


def gradient(size: tuple[int, int], top: Colour, bottom: Colour) -> Image.Image:
    """Return a vertical gradient."""
    column = Image.new("RGB", (1, 64))
    column.putdata([mix(top, bottom, step / 63) for step in range(64)])
    return column.resize(size, Image.Resampling.BILINEAR)
