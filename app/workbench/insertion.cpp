#include "workbench/insertion.h"

namespace verbale::workbench {

namespace {

/// Whether a word may follow the text directly: at its start, after a space, a bracket, a dash, an opening
/// quote.
bool isOpen(QStringView before)
{
    if (before.isEmpty())
        return true;
    const QChar last = before.back();
    if (last == u'"' || last == u'\'') // opens after a space, closes after a word
        return isOpen(before.chopped(1));
    switch (last.category()) {
    case QChar::Punctuation_Open:
    case QChar::Punctuation_InitialQuote:
    case QChar::Punctuation_Dash:
    case QChar::Punctuation_Connector:
        return true;
    default:
        return last.isSpace() || last == u'/' || last == QChar::ObjectReplacementCharacter;
    }
}

/// A word that follows has to be set off from the term by a space.
bool startsWord(QChar c)
{
    return c.isLetterOrNumber() || c.isHighSurrogate() || c.category() == QChar::Punctuation_Open ||
           c.category() == QChar::Punctuation_InitialQuote;
}

} // namespace

QString spacedInsertion(QStringView before, QStringView term, QStringView after)
{
    QString text;
    if (!isOpen(before))
        text += u' ';
    text += term;
    if (!after.isEmpty() && startsWord(after.front()))
        text += u' ';
    return text;
}

} // namespace verbale::workbench
