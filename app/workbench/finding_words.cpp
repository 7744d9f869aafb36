#include "workbench/finding_words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QHash>

namespace verbale::workbench {

namespace {

struct FindingWords
{
    Q_DECLARE_TR_FUNCTIONS(verbale::workbench::FindingWords)
};

const QHash<QString, const char *> &titles()
{
    static const QHash<QString, const char *> words = {
        {QStringLiteral("rejected"),
         QT_TRANSLATE_NOOP("verbale::workbench::FindingWords", "Row that cannot be read")},
        {QStringLiteral("duplicate-id"),
         QT_TRANSLATE_NOOP("verbale::workbench::FindingWords", "One id for two entries")},
        {QStringLiteral("duplicate-sense"),
         QT_TRANSLATE_NOOP("verbale::workbench::FindingWords", "The same terms in two entries")},
        {QStringLiteral("same-english"),
         QT_TRANSLATE_NOOP("verbale::workbench::FindingWords", "The English of another entry")},
        {QStringLiteral("homograph-without-domain"),
         QT_TRANSLATE_NOOP("verbale::workbench::FindingWords",
                           "Same Vietnamese as another entry, without a domain")},
        {QStringLiteral("same-vietnamese"),
         QT_TRANSLATE_NOOP("verbale::workbench::FindingWords", "Same Vietnamese as another entry")},
        {QStringLiteral("unexplained-homograph"),
         QT_TRANSLATE_NOOP("verbale::workbench::FindingWords", "Same Vietnamese as another entry")},
        {QStringLiteral("look-alike"),
         QT_TRANSLATE_NOOP("verbale::workbench::FindingWords", "A letter that only looks right")},
        {QStringLiteral("not-normalised"),
         QT_TRANSLATE_NOOP("verbale::workbench::FindingWords", "Letters that are not composed")},
        {QStringLiteral("white-space"),
         QT_TRANSLATE_NOOP("verbale::workbench::FindingWords", "Odd white space")},
        {QStringLiteral("placeholders"),
         QT_TRANSLATE_NOOP("verbale::workbench::FindingWords", "Placeholders do not match")},
        {QStringLiteral("no-authority"),
         QT_TRANSLATE_NOOP("verbale::workbench::FindingWords", "No authority")},
        {QStringLiteral("no-domain"), QT_TRANSLATE_NOOP("verbale::workbench::FindingWords", "No domain")},
        {QStringLiteral("ambiguous-abbreviation"),
         QT_TRANSLATE_NOOP("verbale::workbench::FindingWords", "Abbreviation of several entries")},
        {QStringLiteral("inconsistent-abbreviation"),
         QT_TRANSLATE_NOOP("verbale::workbench::FindingWords", "Abbreviation differs from another entry")},
        {QStringLiteral("long-abbreviation"),
         QT_TRANSLATE_NOOP("verbale::workbench::FindingWords", "Long abbreviation")},
        {QStringLiteral("odd-abbreviation"),
         QT_TRANSLATE_NOOP("verbale::workbench::FindingWords", "Odd abbreviation")},
        {QStringLiteral("row-a-number"),
         QT_TRANSLATE_NOOP("verbale::workbench::FindingWords", "A row for each number")},
        {QStringLiteral("lost-country"),
         QT_TRANSLATE_NOOP("verbale::workbench::FindingWords", "A country that the English does not name")},
        {QStringLiteral("no-blocking-context"),
         QT_TRANSLATE_NOOP("verbale::workbench::FindingWords", "Found inside other words")},
        {QStringLiteral("no-reason"),
         QT_TRANSLATE_NOOP("verbale::workbench::FindingWords", "No reason why it is not to be used")},
        {QStringLiteral("two-valid"),
         QT_TRANSLATE_NOOP("verbale::workbench::FindingWords", "Two entries valid at one time")},
        {QStringLiteral("valid-dates"),
         QT_TRANSLATE_NOOP("verbale::workbench::FindingWords", "Dates the wrong way round")},
        {QStringLiteral("bad-place"),
         QT_TRANSLATE_NOOP("verbale::workbench::FindingWords", "A place for a number that cannot be filled")},
        {QStringLiteral("no-replacement"),
         QT_TRANSLATE_NOOP("verbale::workbench::FindingWords", "Nothing to write instead")},
    };
    return words;
}

} // namespace

QString findingTitle(const QString &code)
{
    const char *word = titles().value(code, nullptr);
    return word != nullptr ? FindingWords::tr(word) : code;
}

QString stepText(const glossary::StepName &step)
{
    static const QHash<QString, const char *> actions = {
        {QStringLiteral("add"), QT_TRANSLATE_NOOP("verbale::workbench::FindingWords", "Add %1")},
        {QStringLiteral("edit"), QT_TRANSLATE_NOOP("verbale::workbench::FindingWords", "Change %1")},
        {QStringLiteral("remove"), QT_TRANSLATE_NOOP("verbale::workbench::FindingWords", "Delete %1")},
        {QStringLiteral("merge"), QT_TRANSLATE_NOOP("verbale::workbench::FindingWords", "Merge %1")},
        {QStringLiteral("import"), QT_TRANSLATE_NOOP("verbale::workbench::FindingWords", "Import %1")},
        {QStringLiteral("confirm"), QT_TRANSLATE_NOOP("verbale::workbench::FindingWords", "Confirm %1")},
    };
    const char *words = actions.value(step.action, nullptr);
    return words != nullptr ? FindingWords::tr(words).arg(step.label) : step.label;
}

} // namespace verbale::workbench
