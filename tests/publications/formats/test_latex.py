import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publications.formats.bibtex import read
from publications.formats.latex import decode, encode, protect, unescape_verbatim
from publications.formulas.text import with_formulas

PRINTABLE = (
    st.text(alphabet="\\{}$&%#_~^-`'!?@,=()\" amp;Zé")
    | st.text()
    | st.lists(
        st.sampled_from(
            ["@comment ", "&amp;", "--", "\\alpha", "$x$", " ", "\n\n", "é", "@a(k,"]
        )
    ).map("".join)
).filter(
    lambda text: (
        unicodedata.is_normalized("NFC", text) and text.replace("\n", "").isprintable()
    )
)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"{\'E}tienne G\"odel \'{\i}", "Étienne Gödel í"),
        (r"{\L}ukasz \c{c} {\c c} \v{S} \H{o} \AA ngstr\"{o}m", "Łukasz ç ç Š ő Ångström"),
        (r"The \TeX{} book", "The TeX book"),
        (r"{\apj}", "The Astrophysical Journal"),
        (r"{\em Old} \textbf{new} {\sc Caps}", "Old new Caps"),
        (r"``A'' -- B---C~D \enquote{E}", "“A” – B—C D “E”"),
        (r"\href{https://x.org/a_b%20}{text} \url{https://x.org/\~a\_b}",
         "text https://x.org/~a_b"),
        (r"{\noopsort{1973a}}1973", "1973"),
        (r"H\textsubscript{2}O, 19\textsuperscript{th}", "H₂O, 19th"),
        (r"\uppercase{ieee} \char39 \slash", "IEEE ' /"),
    ],
)  # fmt: skip
def test_macros_become_unicode(source, text):
    assert decode(source) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("CO$_2$ at 10$^{-3}$", "CO₂ at 10⁻³"),
        (r"$\alpha$-decay, $\sqrt{s} = 13$ TeV", "α-decay, √s = 13 TeV"),
        (r"$\mathcal{O}(n^2)$ in $\mathbb{R}^n$", "O(n²) in ℝⁿ"),
        (r"$\frac{a}{b}$ and $x_{max}^{(y)}$", r"$\frac{a}{b}$ and xₘₐₓ⁽ʸ⁾"),
        ("from $5 to $10", "from $5 to $10"),
        ("$<$script$>$", "<script>"),
    ],
)
def test_formulas_are_read_where_unicode_can_show_them(source, text):
    assert decode(source) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"\acro{EPS} \foo bar", r"EPS \foo bar"),
        (r"\input{/etc/passwd}", "/etc/passwd"),
        (
            r"From \cite{Doe:1920:SAR}, \eqref{e1}; \cite",
            r"From Doe:1920:SAR, e1; \cite",
        ),
        (r"50% of A&B, x_1 a^b #2", "50% of A&B, x_1 a^b #2"),
        (r"A &amp; B {\&amp;} C &lt;i&gt; &bogus;", "A & B & C <i> &bogus;"),
        ("a\n  b\n \n\tc\x00\x1b", "a b\n\nc"),
        ("e\u0301", "é"),
        ("}un{balanced", "unbalanced"),
    ],
)
def test_nothing_that_was_written_disappears(source, text):
    assert decode(source) == text


def test_any_depth_of_nesting_is_read():
    assert decode("{" * 50_000 + "\\'e" + "}" * 50_000) == "é"


@given(st.text() | st.text(alphabet="\\{}$&~^_'`\"()[]a1 "))
def test_every_source_has_a_text(source):
    assert isinstance(decode(source), str)


@given(PRINTABLE)
def test_what_is_encoded_is_decoded_to_the_same(text):
    assert decode(encode(text)) == text
    assert decode(protect(text)) == text


@given(PRINTABLE)
def test_an_encoded_text_is_safe_in_a_field(text):
    (entry,) = read(f"@misc{{k,\n title = {{{protect(text)}}},\n}}", "papers.bib")

    assert (entry.fields, entry.error) == ({"title": protect(text)}, "")


def test_encoding_leaves_letters_as_they_are():
    assert encode("Ødegård & 홍길동: 50%_x") == r"Ødegård \& 홍길동: 50\%\_x"


def test_words_with_inner_capitals_are_protected():
    assert protect("Bias in LLM-Generated text (ICLR), a \\X11 Study") == (
        r"Bias in {LLM-Generated} text {(ICLR),} a \textbackslash{}X11 Study"
    )


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"https://x.org/\~{}a\_b\%20?c\&d\#e", "https://x.org/~a_b%20?c&d#e"),
        (r"{{https://x.org/a--b~c}}", "https://x.org/a--b~c"),
        (r"10.1000/a{\_}b\textunderscore{}c", "10.1000/a_b_c"),
        (r"https://x.org/\~smith", "https://x.org/~smith"),
    ],
)
def test_addresses_only_lose_their_escapes(source, text):
    assert unescape_verbatim(source) == text


@pytest.mark.parametrize("sign", ["^", "_", "\\sqrt", "\\hat", "\\mathbb", "{"])
def test_a_formula_of_any_depth_stays_a_text(sign):
    formula = f"${sign * 5000}x$"

    assert "x" in decode(formula)
    assert "x" in with_formulas(formula)
