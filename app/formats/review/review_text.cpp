#include "formats/review/review_text.h"

#include <QtCore/QHash>

namespace verbale::review {

namespace {

using Kind = InlineCode::Kind;

constexpr QChar opening = u'\u27E6';
constexpr QChar closing = u'\u27E7';

/// Gives the codes of a segment their numbers: by id, in the order of the source and then of the target.
class Numbers
{
public:
    explicit Numbers(const Segment &segment)
    {
        add(segment.source);
        add(segment.target);
    }

    [[nodiscard]] int of(const InlineCode &code) const { return m_numbers.value(keyOf(code)); }

private:
    static QString keyOf(const InlineCode &code) { return code.id.isEmpty() ? code.markup : code.id; }
    void add(const InlineText &text)
    {
        for (const InlineCode &code : text.codes) {
            if (!m_numbers.contains(keyOf(code)))
                m_numbers.insert(keyOf(code), static_cast<int>(m_numbers.size()) + 1);
        }
    }

    QHash<QString, int> m_numbers;
};

QString placeholder(const InlineCode &code, int number)
{
    QString inner = QString::number(number);
    if (code.kind == Kind::Closing)
        inner.prepend(u'/');
    else if (code.kind == Kind::Standalone)
        inner.append(u'/');
    return opening + inner + closing;
}

QString shown(const InlineText &text, const Numbers &numbers)
{
    QString out;
    qsizetype code = 0;
    for (const QChar unit : text.text) {
        if (unit == inlineCodeMark && code < text.codes.size()) {
            const InlineCode &present = text.codes[code++];
            out += placeholder(present, numbers.of(present));
        } else {
            out += unit;
            if (unit == opening)
                out += unit;
        }
    }
    return out;
}

} // namespace

ReviewTexts reviewTexts(const Segment &segment)
{
    const Numbers numbers(segment);
    return {shown(segment.source, numbers), shown(segment.target, numbers)};
}

InlineText fromReviewText(const QString &text, const Segment &segment)
{
    const Numbers numbers(segment);
    QHash<QString, InlineCode> codes;
    for (const InlineText *known : {&segment.target, &segment.source}) {
        for (const InlineCode &code : known->codes) {
            const QString shownAs = placeholder(code, numbers.of(code));
            if (!codes.contains(shownAs))
                codes.insert(shownAs, code);
        }
    }
    InlineText result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != opening) {
            result.text += text[i];
            continue;
        }
        if (i + 1 < text.size() && text[i + 1] == opening) {
            result.text += text[i++];
            continue;
        }
        const qsizetype end = text.indexOf(closing, i);
        const auto code = end < 0 ? codes.cend() : codes.constFind(text.mid(i, end - i + 1));
        if (code == codes.cend()) {
            result.text += text[i];
            continue;
        }
        result.text += inlineCodeMark;
        result.codes.append(*code);
        i = end;
    }
    return result;
}

} // namespace verbale::review
