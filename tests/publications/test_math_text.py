import pytest

from publications.formulas.text import plain, with_formulas


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Prices of $5 and $10", "Prices of $5 and $10"),
        ("from $5 to $x$ & up", "from $5 to x &amp; up"),
        (r"$\alpha$-divergence", "α-divergence"),
        (r"\(O(n \log n)\) time", "O(n log n) time"),
        ("<b>$a<b$</b>", "&lt;b&gt;a&lt;b&lt;/b&gt;"),
        (r"$\unknown{<i>}$", r"$\unknown{&lt;i&gt;}$"),
        (r"$\begin{x}a&b$", r"$\begin{x}a&amp;b$"),
        (r"$\frac{a}$ $_$ $x_$ $}{$", r"$\frac{a}$ $_$ $x_$ $}{$"),
        ("$" + "{" * 5000, "$" + "{" * 5000),
    ],
    ids=lambda text: text[:20],
)
def test_text_is_escaped_and_keeps_what_is_no_formula(text, html):
    assert with_formulas(text) == html


@pytest.mark.parametrize(
    ("formula", "body"),
    [
        (r"\frac{1}{x}", "<mfrac><mn>1</mn><mi>x</mi></mfrac>"),
        (r"p_T", "<msub><mi>p</mi><mi>T</mi></msub>"),
        (
            r"\sum_{i}^n\frac ab",
            "<mrow><msubsup><mo>∑</mo><mi>i</mi><mi>n</mi></msubsup>"
            "<mfrac><mi>a</mi><mi>b</mi></mfrac></mrow>",
        ),
        (r"\sqrt[3]{x}", "<mroot><mi>x</mi><mi>3</mi></mroot>"),
        (r"\mathcal{L}_W", "<msub><mi>ℒ</mi><mi>W</mi></msub>"),
        (
            r"\left(\frac12\right.",
            "<mrow><mo>(</mo><mfrac><mn>1</mn><mn>2</mn></mfrac></mrow>",
        ),
        (
            r"\hat{y}_Q",
            '<msub><mover accent="true"><mi>y</mi><mo>^</mo></mover><mi>Q</mi></msub>',
        ),
        (r"x_\text{max <}", "<msub><mi>x</mi><mtext>max &lt;</mtext></msub>"),
    ],
)
def test_formula_that_is_no_plain_text_becomes_mathml(formula, body):
    html = with_formulas(f"${formula}$")

    assert html.partition(">")[2].removesuffix("</math>") == body


def test_mathml_says_what_was_written():
    html = with_formulas('$\\frac{a}{b"<}\n$ $$\\frac{a}{b"<}\n$$')

    assert html.count('<math alttext="\\frac{a}{b&quot;&lt;}">') == 1


def test_plain_text_has_the_formulas_that_unicode_can_write():
    text = r"On $\ell_1$ and $\frac{\alpha}{2}$, for $5"

    assert plain(text) == r"On ℓ₁ and $\frac{\alpha}{2}$, for $5"
