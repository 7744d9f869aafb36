#include "session/markup_text.h"

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

    /// The code whose markup the text begins with; nothing where there is none.
    const InlineCode *take(QStringView text)
    {
        qsizetype best = -1;
        for (qsizetype i = 0; i < m_codes.size(); ++i) {
            const QString &markup = m_codes[i].markup;
            if (markup.isEmpty() || !text.startsWith(markup))
                continue;
            const bool better = best < 0 || markup.size() > m_codes[best].markup.size() ||
                                (markup.size() == m_codes[best].markup.size() && m_used[i] < m_used[best]);
            best = better ? i : best;
        }
        if (best < 0)
            return nullptr;
        ++m_used[best];
        return &m_codes[best];
    }

private:
    QList<InlineCode> m_codes;
    QList<int> m_used;
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
