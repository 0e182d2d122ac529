"""What the picture is drawn with: colours, shapes and sizes."""

from dataclasses import dataclass

# metric-compatible faces first; the first is the one that PNG and PDF are drawn with
FONT = "'Liberation Sans', Arimo, Helvetica, Arial, sans-serif"


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """Colours by what they are for; text keeps 4.5:1 to the paper, marks 3:1 (WCAG 2.2, 1.4.3 and 1.4.11)."""

    paper: str
    ink: str
    muted: str
    line: str
    grid: str
    band: str
    shade: str
    theme: tuple[str, ...]

    def __getitem__(self, role: str) -> str:
        """Return the colour of a role: a field's name, or ``theme0`` to ``theme5``."""
        if role.startswith("theme"):
            return self.theme[int(role[5:])]
        return str(getattr(self, role))

    @property
    def roles(self) -> tuple[str, ...]:
        """The names of all colours."""
        names = ("paper", "ink", "muted", "line", "grid", "band", "shade")
        return (*names, *(f"theme{index}" for index in range(len(self.theme))))


LIGHT = Palette(
    paper="#ffffff",
    ink="#1a1a1a",
    muted="#595959",
    line="#8a8a8a",
    grid="#d4d4d4",
    band="#f4f4f2",
    shade="#e6e6e3",
    theme=("#0072b2", "#d55e00", "#008f68", "#aa3377", "#7a6000", "#7c7c7c"),
)
DARK = Palette(
    paper="#16181b",
    ink="#ececec",
    muted="#a9adb2",
    line="#7d8288",
    grid="#3a3e43",
    band="#1f2226",
    shade="#2d3237",
    theme=("#4aa8e0", "#f08a3c", "#2bbf94", "#dd7cb4", "#cdb04a", "#868b90"),
)

OTHER = 5  # the index of the colour and the shape that stand for every further theme and for none
CIRCLE = OTHER  # the quietest shape: of what has no theme, and of all where there are none

# Shapes as paths within -1.5..1.5, drawn at sqrt(area) / 2; each covers about the area it claims.
SHAPES = (
    "M-1,-1H1V1H-1Z",  # square
    "M0,-1.41L1.41,0L0,1.41L-1.41,0Z",  # diamond
    "M0,-1.4L1.4,1.1H-1.4Z",  # triangle
    "M0,1.4L1.4,-1.1H-1.4Z",  # triangle upside down
    "M-0.5,-1.25H0.5V-0.5H1.25V0.5H0.5V1.25H-0.5V0.5H-1.25V-0.5H-0.5Z",  # plus
    "M1.13,0A1.13,1.13,0,1,1,-1.13,0A1.13,1.13,0,1,1,1.13,0Z",  # circle
)
