#include "session/markup_text.h"

#include "document/inline_codes.h"

#include <tuple>

namespace verbale::session {

namespace {

/// The codes that a target of the segment may have, and how often each has been used.
class KnownCodes
{
public:
    explicit KnownCodes(const Segment &segment)
    {
        m_codes = segment.target.codes;
        m_codes += segment.source.codes;
        m_used.fill(0, m_codes.size());
    }

    /// The code whose markup the text begins with; nothing where there is none. Of codes with the same markup
    /// ("</pc>") the one that closes what was opened last, else the one that was used least.
    const InlineCode *take(QStringView text)
    {
        qsizetype best = -1;
        for (qsizetype i = 0; i < m_codes.size(); ++i) {
            const QString &markup = m_codes[i].markup;
            if (!markup.isEmpty() && text.startsWith(markup) && (best < 0 || isBetter(i, best)))
                best = i;
        }
        if (best < 0)
            return nullptr;
        ++m_used[best];
        follow(m_codes[best]);
        return &m_codes[best];
    }

private:
    [[nodiscard]] bool isBetter(qsizetype one, qsizetype other) const
    {
        const auto rank = [this](qsizetype i) {
            return std::tuple(m_codes[i].markup.size(), closesLast(m_codes[i]), -m_used[i]);
        };
        return rank(one) > rank(other);
    }

    [[nodiscard]] bool closesLast(const InlineCode &code) const
    {
        return code.kind == InlineCode::Kind::Closing && !m_open.isEmpty() && m_open.last() == code.id;
    }

    void follow(const InlineCode &code)
    {
        if (!isElementTag(code))
            return;
        if (code.kind == InlineCode::Kind::Opening)
            m_open.append(code.id);
        else if (closesLast(code))
            m_open.removeLast();
    }

    QList<InlineCode> m_codes;
    QList<int> m_used;
    QStringList m_open; ///< the ids of the elements that are open
};

InlineCode characterCode()
{
    InlineCode code;
    code.markup = QString(inlineCodeMark);
    code.display = code.markup;
    return code;
}

} // namespace

QString withMarkup(const InlineText &text)
{
    QString result;
    qsizetype next = 0;
    for (const QChar character : text.text) {
        if (character == inlineCodeMark && next < text.codes.size())
            result += text.codes.at(next++).markup;
        else
            result += character;
    }
    return result;
}

InlineText fromMarkup(QStringView text, const Segment &segment)
{
    KnownCodes known(segment);
    InlineText result;
    for (qsizetype at = 0; at < text.size();) {
        const InlineCode *code = known.take(text.sliced(at));
        if (code != nullptr) {
            result.text += inlineCodeMark;
            result.codes.append(*code);
            at += code->markup.size();
            continue;
        }
        if (text[at] == inlineCodeMark) // uncounted, it would take the place of the next code
            result.codes.append(characterCode());
        result.text += text[at++];
    }
    return result;
}

} // namespace verbale::session
