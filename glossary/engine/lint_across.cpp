#include "glossary/engine/lint_across.h"

#include "glossary/engine/case_twins.h"
#include "glossary/engine/text_tokens.h"
#include "text/term_key.h"

#include <QtCore/QRegularExpression>

#include <algorithm>

namespace verbale::glossary {

namespace {

const QString vi = QStringLiteral("vi");
const QString en = QStringLiteral("en");

/// How many other words with a syllable make it one that needs a blocking context.
constexpr qsizetype manyWords = 8;

/// A text with a sign for each number, ordinals and Roman figures too; itself when it has none.
QString withoutNumbers(const QString &text)
{
    static const QRegularExpression number(
        QStringLiteral("\\b(\\d+(st|nd|rd|th)?|(?=[IVX])(X{0,3}(IX|IV|V?I{0,3})))\\b"),
        QRegularExpression::UseUnicodePropertiesOption);
    return QString(text).replace(number, QStringLiteral("#"));
}

/// The folded tokens of a text, one or two at a time.
QStringList shortRuns(const QString &text)
{
    const TextTokens tokens(text);
    QStringList runs;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (!tokens.isWord(i))
            continue;
        runs.append(tokens[i].toString());
        if (i + 1 < tokens.size() && tokens.isWord(i + 1))
            runs.append(tokens[i].toString() + u' ' + tokens[i + 1].toString());
    }
    return runs;
}

bool overlap(const ConceptEntry &a, const ConceptEntry &b)
{
    const bool before =
        !a.validTo.isEmpty() && !b.validFrom.isEmpty() && endsBeforeItBegins(b.validFrom, a.validTo);
    const bool behind =
        !b.validTo.isEmpty() && !a.validFrom.isEmpty() && endsBeforeItBegins(a.validFrom, b.validTo);
    return !before && !behind;
}

bool isDated(const ConceptEntry &entry)
{
    return !entry.validFrom.isEmpty() || !entry.validTo.isEmpty();
}

} // namespace

bool endsBeforeItBegins(const QString &from, const QString &to)
{
    const qsizetype exact = std::min(from.size(), to.size());
    return exact > 0 && to.first(exact) < from.first(exact);
}

LintAcross::LintAcross(const MatchRules &rules)
{
    for (const StopExpression &rule : rules.stopExpressions) {
        for (const QString &run : shortRuns(rule.expression))
            m_blocked.insert(run);
    }
}

QString LintAcross::nameOf(const Row &row)
{
    if (row.place.line == 0)
        return row.entry->id;
    return QStringLiteral("%1 (%2:%3)").arg(row.entry->id, row.place.file).arg(row.place.line);
}

void LintAcross::find(const char *code, LintSeverity severity, const QString &message, const Row &row)
{
    m_findings.append({QString::fromLatin1(code), severity, message, row.place, row.entry->id});
}

void LintAcross::add(const ConceptEntry &entry, const Place &place)
{
    const Row row{&entry, place};
    checkDates(row);
    checkValidity(row);
    checkNumbers(row);
    collectWords(row);
}

void LintAcross::checkDates(const Row &row)
{
    if (endsBeforeItBegins(row.entry->validFrom, row.entry->validTo))
        find("valid-dates", LintSeverity::Error,
             QStringLiteral("valid_to %1 is before valid_from %2")
                 .arg(row.entry->validTo, row.entry->validFrom),
             row);
}

/// One name for two concepts that are in force at one time.
void LintAcross::checkValidity(const Row &row)
{
    const QString name = text::foldTerm(mainText(*row.entry, vi));
    if (name.isEmpty())
        return;
    QList<Row> &others = m_names[row.entry->domain + u'\n' + name];
    for (const Row &other : std::as_const(others)) {
        const bool dated = isDated(*row.entry) || isDated(*other.entry);
        if (dated && overlap(*row.entry, *other.entry) && !areCaseTwins(*row.entry, *other.entry))
            find("two-valid", LintSeverity::Warning,
                 QStringLiteral("\"%1\" is valid at the same time as %2; say when each is")
                     .arg(mainText(*row.entry, vi), nameOf(other)),
                 row);
    }
    others.append(row);
}

/// A row a year or an ordinal, where one with a place for the number would do.
void LintAcross::checkNumbers(const Row &row)
{
    const QString name = mainText(*row.entry, vi);
    const QString english = mainText(*row.entry, en);
    const QString bareName = withoutNumbers(name);
    const QString bareEnglish = withoutNumbers(english);
    if (bareName == name || bareEnglish == english)
        return;
    const QString key = bareName + u'\n' + bareEnglish;
    const auto known = m_numbered.constFind(key);
    if (known == m_numbered.cend())
        m_numbered.insert(key, row);
    else if (mainText(*known->entry, vi) != name)
        find("row-a-number", LintSeverity::Warning,
             QStringLiteral("\"%1\" differs from %2 in its number alone; write one row with {n}")
                 .arg(name, nameOf(*known)),
             row);
}

void LintAcross::collectWords(const Row &row)
{
    const QString english = mainText(*row.entry, en);
    for (const Term &term : row.entry->termsIn(vi)) {
        const TextTokens tokens(term.text);
        const bool capital = tokens.size() > 0 && tokens.isCapital(0);
        if (tokens.size() <= 2 && tokens.size() > 0 && !capital && !term.abbreviation)
            m_short.insert(tokens.folded().toString(), row);
        if (tokens.size() < 2)
            continue;
        for (const QString &run : shortRuns(term.text)) {
            if (run != tokens.folded())
                m_inside[run].insert(english.toLower());
        }
    }
}

/// Short names that stand in many longer ones which mean something else.
void LintAcross::checkBlocking()
{
    for (auto row = m_short.cbegin(); row != m_short.cend(); ++row) {
        if (m_blocked.contains(row.key()))
            continue;
        const QString english = mainText(*row->entry, en).toLower();
        const QSet<QString> longer = m_inside.value(row.key());
        const QString stem = english.first(std::min<qsizetype>(english.size(), 5));
        const auto others = std::count_if(longer.begin(), longer.end(), [&stem](const QString &other) {
            return !stem.isEmpty() && !other.contains(stem);
        });
        const QList<Term> terms = row->entry->termsIn(vi);
        const auto written = std::find_if(terms.begin(), terms.end(), [&row](const Term &term) {
            return TextTokens(term.text).folded() == row.key();
        });
        if (others >= manyWords && written != terms.end())
            find("no-blocking-context", LintSeverity::Warning,
                 QStringLiteral("\"%1\" stands in %2 other names that mean something else, and no stop "
                                "expression has it; add those in which it is not meant")
                     .arg(written->text)
                     .arg(others),
                 *row);
    }
}

QList<LintFinding> LintAcross::take()
{
    checkBlocking();
    return std::move(m_findings);
}

} // namespace verbale::glossary
