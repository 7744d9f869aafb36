#pragma once

#include "document/inline_text.h"

#include <QtCore/QHash>
#include <QtCore/QString>

#include <utility>

namespace verbale::tmx {

/// Writes the content of <seg>: always valid. What was read from TMX is written as it was; codes of other
/// formats become bpt and ept, it or ph, with equal x for equal ids in the variants of a unit.
class InlineWriter
{
public:
    void startUnit() { m_numbers.clear(); }
    void append(QString &out, const InlineText &text);

    /// How many hi tags that an edit has torn apart were left out or added since the last call.
    int takeRepairs() { return std::exchange(m_repairs, 0); }
    /// How many characters that XML does not allow were replaced by U+FFFD since the last call.
    int takeReplaced() { return std::exchange(m_replaced, 0); }

private:
    enum class Form { Verbatim, HiOpen, HiClose, LeftOut, Paired, Isolated, Placeholder };

    Form native(const InlineCode &code);
    static QList<qsizetype> spanPartners(const QList<InlineCode> &codes, const QList<Form> &forms);
    QList<Form> natives(const QList<InlineCode> &codes);
    QList<Form> forms(const InlineText &text);
    void appendForeign(QString &out, const InlineCode &code, Form form, int pair);
    int number(const QString &id);

    QHash<QString, int> m_checked; ///< markup that has been looked at: its Form
    QHash<QString, int> m_numbers; ///< x of the codes of the unit, by id
    QList<int> m_pairs;            ///< i of each code of the text
    int m_repairs = 0;
    int m_replaced = 0;
};

/// How many characters of `text` XML does not allow.
int forbiddenCharacters(QStringView text);

/// Whether `markup` is one inline element that tmx14.dtd allows in <seg>.
bool isValidMarkup(const QString &markup);

} // namespace verbale::tmx
