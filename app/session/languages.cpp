#include "session/languages.h"

#include "text/language.h"

#include <QtCore/QHash>
#include <QtCore/QRegularExpression>

#include <algorithm>

namespace verbale::session {

namespace {

const QString category = QStringLiteral("verbale:language");

/// "vi" of "vi-VN".
QString primary(const QString &tag)
{
    return tag.section(QLatin1Char('-'), 0, 0).toLower();
}

qsizetype sizeOf(const Unit &unit)
{
    qsizetype size = 0;
    for (const Segment &segment : unit.segments)
        size += segment.source.text.size();
    return size;
}

/// The language of four fifths of the text, if it is not the document's; or nothing.
QString otherLanguageOf(const Document &document)
{
    QHash<QString, qsizetype> sizes;
    qsizetype all = 0;
    for (const Unit &unit : document.units) {
        sizes[unit.language] += sizeOf(unit);
        all += sizeOf(unit);
    }
    for (auto size = sizes.cbegin(); size != sizes.cend(); ++size) {
        if (!size.key().isEmpty() && size.value() * 5 >= all * 4)
            return size.key();
    }
    return {};
}

void translateByItself(Unit &unit)
{
    for (Segment &segment : unit.segments) {
        segment.target = segment.source;
        segment.hasTarget = true;
        segment.state = SegmentState::Translated;
        segment.subState = alreadyTranslated;
    }
}

QString noteText(const Unit &unit, bool inTarget)
{
    const QString language = text::languageName(unit.language);
    return unit.language + (inTarget
                                ? QStringLiteral(": %1 already, kept as it is.").arg(language)
                                : QStringLiteral(": %1, not the language of the document.").arg(language));
}

} // namespace

void settleLanguages(OpenedDocument &opened)
{
    Document &document = opened.document;
    for (Unit &unit : document.units) {
        if (primary(unit.language) == primary(document.sourceLanguage))
            unit.language.clear();
    }
    if (const QString other = otherLanguageOf(document); !other.isEmpty()) {
        for (Unit &unit : document.units)
            unit.language.clear();
        opened.warnings.append(
            QStringLiteral("This text seems to be %1, not %2: there is little to do for it here.")
                .arg(text::languageName(other), text::languageName(document.sourceLanguage)));
        return;
    }
    for (Unit &unit : document.units) {
        if (unit.language.isEmpty())
            continue;
        const bool inTarget = primary(unit.language) == primary(document.targetLanguage);
        if (inTarget)
            translateByItself(unit);
        unit.notes.append(
            Note{QStringLiteral("language"), category, noteText(unit, inTarget), {}, {}, {}, 0});
    }
}

void readLanguages(Document &document)
{
    static const QRegularExpression tag(QStringLiteral("^([a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*)(:|$)"));
    for (Unit &unit : document.units) {
        for (const Note &note : unit.notes) {
            if (note.category != category)
                continue;
            if (const QRegularExpressionMatch match = tag.match(note.text); match.hasMatch())
                unit.language = match.captured(1);
        }
    }
}

qsizetype unitsInTargetLanguage(const Document &document)
{
    return std::count_if(document.units.begin(), document.units.end(), [&](const Unit &unit) {
        return !unit.language.isEmpty() && primary(unit.language) == primary(document.targetLanguage);
    });
}

} // namespace verbale::session
