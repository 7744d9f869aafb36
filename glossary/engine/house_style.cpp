#include "glossary/engine/house_style.h"

#include "glossary/engine/lint_letters.h"
#include "text/term_key.h"

#include <algorithm>

namespace verbale::glossary {

namespace {

bool isWordUnit(QChar c)
{
    return c.isLetterOrNumber() || c.isMark();
}

bool isWhole(QStringView text, qsizetype start, qsizetype end)
{
    return (start == 0 || !isWordUnit(text[start - 1]) || !isWordUnit(text[start])) &&
           (end == text.size() || !isWordUnit(text[end]) || !isWordUnit(text[end - 1]));
}

/// Whole words, letter by letter; a wording in small letters also with a capital at its beginning.
QList<Span> placesOf(QStringView text, const QString &wording)
{
    QList<Span> places;
    if (wording.isEmpty())
        return places;
    const bool small = wording.front().isLower();
    QString capital = wording;
    capital.front() = capital.front().toUpper();
    for (qsizetype at = 0; at + wording.size() <= text.size(); ++at) {
        const QStringView here = text.mid(at, wording.size());
        const bool same = here == wording || (small && here == capital);
        if (!same || !isWhole(text, at, at + wording.size()))
            continue;
        places.append({at, at + wording.size()});
        at += wording.size() - 1;
    }
    return places;
}

/// What stands between quotation marks of one kind.
QList<Span> quotationsIn(QStringView text)
{
    QList<Span> quotations;
    constexpr QStringView openers = u"\"“«";
    constexpr QStringView closers = u"\"”»";
    for (qsizetype at = 0; at < text.size(); ++at) {
        const qsizetype kind = openers.indexOf(text[at]);
        const qsizetype close = kind < 0 ? -1 : text.indexOf(closers[kind], at + 1);
        if (close < 0)
            continue;
        quotations.append({at, close + 1});
        at = close;
    }
    return quotations;
}

bool liesIn(const Span &span, const QList<Span> &spans)
{
    return std::any_of(spans.begin(), spans.end(), [&](const Span &outer) { return outer.contains(span); });
}

QString foldedSource(const QString &source)
{
    return source.startsWith(u'#') ? source : text::foldTerm(source);
}

bool isFreeWording(const StyleRule &rule)
{
    const bool avoided = rule.kind == StyleRuleKind::Avoid || rule.kind == StyleRuleKind::Write ||
                         rule.kind == StyleRuleKind::Spell;
    return avoided && rule.source.isEmpty();
}

AvoidedTerm avoidedBy(const StyleRule &rule)
{
    return {rule.wording, rule.status, rule.reason, rule.replacement};
}

StyleSettings settingsOf(const QList<StyleRule> &rules)
{
    StyleSettings settings;
    for (const StyleRule &rule : rules) {
        if (rule.kind != StyleRuleKind::Setting)
            continue;
        if (rule.wording == QLatin1String("dates"))
            settings.dates = rule.replacement == QLatin1String("month-day-year") ? DateOrder::MonthFirst
                                                                                 : DateOrder::DayFirst;
        else if (rule.wording == QLatin1String("percent"))
            settings.percentInWords = rule.replacement == QLatin1String("words");
        else if (rule.wording == QLatin1String("diacritics"))
            settings.plainNames = rule.replacement == QLatin1String("none");
    }
    return settings;
}

/// The words of a text that have a letter of Vietnamese alone.
QList<Span> markedWords(QStringView text)
{
    QList<Span> words;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const qsizetype start = at;
        while (at < text.size() && isWordUnit(text[at]))
            ++at;
        const QStringView word = text.mid(start, at - start);
        const bool marked =
            std::any_of(word.begin(), word.end(), [](QChar c) { return isVietnameseLetter(c.unicode()); });
        if (marked)
            words.append({start, at});
    }
    return words;
}

QString bare(QStringView word)
{
    QString letters;
    for (const QChar c : word.toString().normalized(QString::NormalizationForm_D)) {
        if (c == u'đ' || c == u'Đ')
            letters += c == u'đ' ? u'd' : u'D';
        else if (!c.isMark())
            letters += c;
    }
    return letters;
}

/// Whether the entry itself says that a wording is not to be used. Its word is stronger than the house's.
bool isRefused(const QList<Term> &terms, const QString &wording)
{
    return std::any_of(terms.begin(), terms.end(), [&wording](const Term &term) {
        return term.status >= TermStatus::Deprecated && term.text == wording;
    });
}

} // namespace

QString withoutVietnameseMarks(const QString &english)
{
    const QString composed = english.normalized(QString::NormalizationForm_C);
    QList<Span> words = markedWords(composed);
    if (words.isEmpty())
        return english;
    // "Hồ Chí Minh": a neighbour with a plain accent (Chí) belongs to the name.
    QString plain;
    qsizetype at = 0;
    const auto isAccented = [](QStringView word) {
        return std::any_of(word.begin(), word.end(),
                           [](QChar c) { return c.isLetter() && c.unicode() > 0x7F; });
    };
    bool inName = false;
    while (at < composed.size()) {
        const qsizetype start = at;
        while (at < composed.size() && isWordUnit(composed[at]))
            ++at;
        const QStringView word = QStringView(composed).mid(start, at - start);
        const bool marked = std::any_of(words.begin(), words.end(),
                                        [start](const Span &span) { return span.start == start; });
        const qsizetype next = at + 1;
        const bool before =
            std::any_of(words.begin(), words.end(), [next](const Span &span) { return span.start == next; });
        inName = marked || ((inName || before) && isAccented(word));
        plain += inName ? bare(word) : word.toString();
        if (at < composed.size()) {
            inName = inName && composed[at].isSpace();
            plain += composed[at++];
        }
    }
    return plain;
}

HouseStyle::HouseStyle(QString name, QList<StyleRule> rules)
    : m_name(std::move(name)), m_rules(std::move(rules)), m_settings(settingsOf(m_rules))
{
    for (qsizetype i = 0; i < m_rules.size(); ++i) {
        const StyleRule &rule = m_rules[i];
        if (!rule.source.isEmpty())
            m_bound[foldedSource(rule.source)].append(i);
        if (rule.kind == StyleRuleKind::Spell)
            m_spellings.insert(rule.wording, i);
        if (isFreeWording(rule))
            m_free.append(avoidedBy(rule));
    }
}

QList<Span> HouseStyle::exemptSpans(QStringView english, const StyleRule &rule) const
{
    QList<Span> spans;
    for (const QString &name : rule.exempt)
        spans += placesOf(english, name);
    return spans;
}

QString HouseStyle::applied(const StyleRule &rule, const QString &english) const
{
    const QList<Span> places =
        english.contains(rule.wording) ? placesOf(english, rule.wording) : QList<Span>();
    if (places.isEmpty())
        return english;
    const QList<Span> exempt = exemptSpans(english, rule);
    QString written;
    qsizetype at = 0;
    for (const Span &place : places) {
        const bool name =
            rule.kind == StyleRuleKind::Spell && english[place.start].isUpper() && place.start > 0;
        if (name || liesIn(place, exempt))
            continue;
        QString replacement = rule.replacement;
        if (rule.kind == StyleRuleKind::Spell && english[place.start].isUpper())
            replacement.front() = replacement.front().toUpper();
        written += QStringView(english).mid(at, place.start - at);
        written += replacement;
        at = place.end;
    }
    written += QStringView(english).mid(at);
    return written;
}

QString HouseStyle::write(const QString &english) const
{
    QString written = m_settings.plainNames ? withoutVietnameseMarks(english) : english;
    for (const StyleRule &rule : m_rules) {
        if (rule.kind == StyleRuleKind::Write && rule.source.isEmpty())
            written = applied(rule, written);
    }
    // A word in title case belongs to an official name, which is spelled as its owner does.
    qsizetype at = 0;
    while (at < written.size() && !m_spellings.isEmpty()) {
        const qsizetype start = at;
        while (at < written.size() && isWordUnit(written[at]))
            ++at;
        const auto rule = m_spellings.constFind(written.mid(start, at - start));
        if (rule != m_spellings.cend() && !liesIn({start, at}, exemptSpans(written, m_rules[*rule]))) {
            written.replace(start, at - start, m_rules[*rule].replacement);
            at = start + m_rules[*rule].replacement.size();
        }
        ++at;
    }
    return written;
}

const StyleRule *HouseStyle::ruleFor(const ConceptEntry &entry, StyleRuleKind kind) const
{
    if (m_bound.isEmpty())
        return nullptr;
    const auto look = [&](const QString &key) -> const StyleRule * {
        for (const qsizetype rule : m_bound.value(key)) {
            if (m_rules[rule].kind == kind)
                return &m_rules[rule];
        }
        return nullptr;
    };
    if (const StyleRule *rule = look(u'#' + entry.id))
        return rule;
    // The entry's own name alone: variants are shared with other concepts.
    const QList<Term> names = entry.termsIn(QStringLiteral("vi"));
    return names.isEmpty() ? nullptr : look(text::foldTerm(names.first().text));
}

QString HouseStyle::preferredTarget(const ConceptEntry &entry, const QList<Term> &terms) const
{
    if (terms.isEmpty())
        return {};
    const StyleRule *rule = ruleFor(entry, StyleRuleKind::Prefer);
    // An abbreviation was asked for by the source's: the preference is for the name.
    if (rule && !terms.first().abbreviation && !isRefused(terms, rule->wording))
        return rule->wording;
    const QString written = write(terms.first().text);
    return isRefused(terms, written) ? terms.first().text : written;
}

QList<AvoidedTerm> HouseStyle::avoidedFor(const ConceptEntry &entry, const QList<Term> &terms) const
{
    QList<AvoidedTerm> avoided;
    const auto add = [&avoided](const AvoidedTerm &term) {
        const bool known = std::any_of(avoided.begin(), avoided.end(),
                                       [&](const AvoidedTerm &other) { return other.text == term.text; });
        if (!known)
            avoided.append(term);
    };
    for (const Term &term : terms) {
        if (term.status == TermStatus::Deprecated || term.status == TermStatus::Forbidden)
            add({term.text, term.status, term.reason, term.replacement});
    }
    const auto addBound = [&](const QString &key) {
        for (const qsizetype at : m_bound.value(key)) {
            if (m_rules[at].kind == StyleRuleKind::Avoid || m_rules[at].kind == StyleRuleKind::Write)
                add(avoidedBy(m_rules[at]));
        }
    };
    if (!m_bound.isEmpty()) {
        addBound(u'#' + entry.id);
        for (const Term &term : entry.termsIn(QStringLiteral("vi")))
            addBound(text::foldTerm(term.text));
    }
    for (const StyleRule &rule : m_rules) {
        if (!rule.source.isEmpty())
            continue;
        for (const Term &term : terms) {
            const QString written = rule.kind == StyleRuleKind::Write ? applied(rule, term.text)
                                    : rule.kind == StyleRuleKind::Avoid && rule.wording == term.text
                                        ? rule.replacement
                                        : term.text;
            if (written != term.text && !isRefused(terms, written))
                add({term.text, rule.status, rule.reason, written});
        }
    }
    return avoided;
}

bool HouseStyle::isExempt(QStringView english, const Span &span, const QString &wording) const
{
    if (liesIn(span, quotationsIn(english)))
        return true;
    return std::any_of(m_rules.begin(), m_rules.end(), [&](const StyleRule &rule) {
        return rule.wording == wording && liesIn(span, exemptSpans(english, rule));
    });
}

QList<AvoidedUse> HouseStyle::avoidedIn(QStringView english) const
{
    QList<AvoidedUse> uses;
    const QList<Span> quotations = quotationsIn(english);
    for (const StyleRule &rule : m_rules) {
        if (!isFreeWording(rule))
            continue;
        QList<Span> places = placesOf(english, rule.wording);
        if (places.isEmpty())
            continue;
        const QList<Span> exempt = exemptSpans(english, rule) + quotations;
        places.removeIf([&](const Span &place) {
            const bool name = rule.kind == StyleRuleKind::Spell && english[place.start].isUpper();
            return name || liesIn(place, exempt);
        });
        if (!places.isEmpty())
            uses.append({avoidedBy(rule), places});
    }
    if (!m_settings.plainNames)
        return uses;
    for (const Span &span : markedWords(english)) {
        const QStringView word = english.mid(span.start, span.length());
        if (!liesIn(span, quotations))
            uses.append({{word.toString(), TermStatus::Deprecated,
                          QStringLiteral("Vietnamese names are written without diacritics."), bare(word)},
                         {span}});
    }
    return uses;
}

} // namespace verbale::glossary
