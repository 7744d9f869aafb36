#include "session/redaction.h"

#include "session/house_styles.h"
#include "session/redaction_terms.h"
#include "text/figures.h"
#include "text/term_key.h"

#include <QtCore/QJsonArray>
#include <QtCore/QRegularExpression>

#include <algorithm>
#include <mutex>
#include <optional>

namespace verbale::session {

namespace {

/// Something found in a text.
struct Finding
{
    Span span;
    RedactedKind kind = RedactedKind::Person;
    QString english; ///< what is put back; empty: the text as it stands
    bool isDoubtful = false;
};

Error wrongRules(const QString &what)
{
    return {QStringLiteral("mt.settings"),
            QStringLiteral("\"redact\" in the settings of machine translation: %1").arg(what)};
}

bool isWordUnit(QChar unit)
{
    return unit.isLetterOrNumber() || unit.isMark() || unit.isSurrogate();
}

bool isVietnamese(const QString &language)
{
    return language.section(u'-', 0, 0).compare(QLatin1String("vi"), Qt::CaseInsensitive) == 0;
}

/// A text without its inline codes, or with a space for each, and the way back.
struct Seen
{
    QString text;
    QList<qsizetype> places; ///< of each unit in the text itself

    Seen(const QString &source, bool spaces)
    {
        for (qsizetype i = 0; i < source.size(); ++i) {
            const bool isCode = source[i] == inlineCodeMark;
            if (isCode && !spaces)
                continue;
            text += isCode ? QChar(u' ') : source[i];
            places.append(i);
        }
    }

    [[nodiscard]] Span original(const Span &span) const
    {
        return {places[span.start], places[span.end - 1] + 1};
    }
};

/// Of "lần thứ 10" the number alone: the words around it tell a service what is counted.
Span withoutOrdinalWords(const QString &text, const Span &span)
{
    const text::TermKey key = text::makeTermKey(QStringView(text).sliced(span.start, span.length()));
    const QString word = text::foldTerm(u"thứ") + u' ';
    const qsizetype at = key.text.indexOf(word);
    if (at < 0 || (at > 0 && key.text[at - 1] != u' ') || at + word.size() >= key.text.size())
        return span;
    return {span.start + key.startOf(at + word.size()), span.end};
}

/// Words that belong to the language rather than to the matter: "hai nước", "lần thứ hai".
bool isSmallWord(const text::Figure &figure)
{
    const bool isCount = figure.kind == text::FigureKind::Number || figure.kind == text::FigureKind::Ordinal;
    return isCount && figure.from.words && figure.to.isEmpty() && figure.from.value().toDouble() < 10;
}

/// "1945" for the figure behind "năm": a year has no separator. Empty: it is none.
QString yearInWords(const QString &text, const text::Figure &figure)
{
    if (figure.kind != text::FigureKind::Number || !figure.from.words || !figure.to.isEmpty())
        return {};
    const double value = figure.from.value().toDouble();
    const QString before = text::foldTerm(QStringView(text).first(figure.span.start));
    const QString year = text::foldTerm(u"năm");
    const bool isBehindYear = before == year || before.endsWith(u' ' + year);
    return isBehindYear && value >= 1000 && value <= 2100 ? QString::number(value, 'f', 0) : QString();
}

void findFigures(const QString &text, const text::FigureStyle &style, bool writesEnglish,
                 QList<Finding> &findings)
{
    for (const text::Figure &figure : text::vietnameseFigures(text)) {
        if (isSmallWord(figure))
            continue;
        Finding finding{figure.span, RedactedKind::Figure, {}, false};
        if (figure.kind == text::FigureKind::Ordinal)
            finding.span = withoutOrdinalWords(text, figure.span);
        if (writesEnglish && figure.certain && !figure.malformed)
            finding.english = text::formatEnglish(figure, style);
        if (const QString year = yearInWords(text, figure); !finding.english.isEmpty() && !year.isEmpty())
            finding.english = year;
        finding.isDoubtful = finding.english.isEmpty();
        findings.append(finding);
    }
}

/// Whether a sign belongs to a number or to the number of a document: "1.500", "03/2009/TT-BNG", "+84".
bool joinsDigits(const QString &text, qsizetype at)
{
    static const QString signs = QStringLiteral(".,/-+_@&'’–:%#");
    return signs.contains(text[at]) && at > 0 && at + 1 < text.size() && isWordUnit(text[at - 1]) &&
           isWordUnit(text[at + 1]);
}

/// Whatever has a digit, with what is written together with it.
void findDigits(const QString &text, QList<Finding> &findings)
{
    const auto belongs = [&text](qsizetype at) { return isWordUnit(text[at]) || joinsDigits(text, at); };
    for (qsizetype i = 0; i < text.size();) {
        if (!belongs(i)) {
            ++i;
            continue;
        }
        qsizetype end = i;
        bool hasDigit = false;
        for (; end < text.size() && belongs(end); ++end)
            hasDigit = hasDigit || text[end].isNumber();
        if (hasDigit)
            findings.append({{i, end}, RedactedKind::Figure, {}, false});
        i = end;
    }
}

/// Addresses of e-mail, and what stands behind a host: they are made of names.
void findAddresses(const QString &text, QList<Finding> &findings)
{
    static const QRegularExpression addresses(
        QStringLiteral("([^\\s<>()\\[\\],;\"“”]+@[^\\s<>()\\[\\],;\"“”]+)|"
                       "(?:[\\p{L}\\d-]+\\.)+\\p{L}{2,}(?::\\d+)?/([^\\s<>()\\[\\],;\"“”]+)"));
    static const QString ends = QStringLiteral(".:!?");
    for (auto match = addresses.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch one = match.next();
        const int group = one.lastCapturedIndex();
        Span span{one.capturedStart(group), one.capturedEnd(group)};
        while (!span.isEmpty() && ends.contains(text[span.end - 1]))
            --span.end;
        if (!span.isEmpty())
            findings.append({span, RedactedKind::Person, {}, false});
    }
}

/// What a region of the text becomes: findings that are not over one another, the best first, and the text
/// as it stands between them.
struct Region
{
    Span span;
    QList<Finding> findings;

    [[nodiscard]] QList<Finding> chosen() const
    {
        QList<Finding> best = findings;
        std::stable_sort(best.begin(), best.end(), [](const Finding &a, const Finding &b) {
            const auto rank = [](const Finding &one) {
                return one.kind == RedactedKind::Term ? 2 : one.english.isEmpty() ? 0 : 1;
            };
            const bool sameRank = rank(a) == rank(b);
            return sameRank ? a.span.length() > b.span.length() : rank(a) > rank(b);
        });
        QList<Finding> taken;
        for (const Finding &finding : std::as_const(best)) {
            if (std::none_of(taken.begin(), taken.end(),
                             [&finding](const Finding &other) { return other.span.overlaps(finding.span); }))
                taken.append(finding);
        }
        std::sort(taken.begin(), taken.end(),
                  [](const Finding &a, const Finding &b) { return a.span.start < b.span.start; });
        return taken;
    }
};

QList<Region> regionsOf(QList<Finding> findings)
{
    findings.removeIf([](const Finding &finding) { return finding.span.isEmpty(); });
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding &a, const Finding &b) { return a.span.start < b.span.start; });
    QList<Region> regions;
    for (const Finding &finding : std::as_const(findings)) {
        if (regions.isEmpty() || finding.span.start >= regions.last().span.end)
            regions.append({finding.span, {}});
        regions.last().span.end = std::max(regions.last().span.end, finding.span.end);
        regions.last().findings.append(finding);
    }
    return regions;
}

/// The pieces of a span that lie between inline codes, without the space at their ends.
QList<Span> piecesOf(const QString &text, const Span &span)
{
    QList<Span> pieces;
    for (qsizetype i = span.start; i < span.end;) {
        qsizetype end = i;
        while (end < span.end && text[end] != inlineCodeMark)
            ++end;
        Span piece{i, end};
        while (!piece.isEmpty() && text[piece.start].isSpace())
            ++piece.start;
        while (!piece.isEmpty() && text[piece.end - 1].isSpace())
            --piece.end;
        if (!piece.isEmpty())
            pieces.append(piece);
        i = end + 1;
    }
    return pieces;
}

/// What is taken out of a region: a span for each of its pieces.
QList<std::pair<Span, RedactedSpan>> takenOut(const QString &text, const Region &region)
{
    const QList<Finding> chosen = region.chosen();
    QString english;
    bool isDoubtful = false;
    bool hasEnglish = false;
    qsizetype at = region.span.start;
    const auto asItStands = [&text](qsizetype from, qsizetype to) {
        return text.mid(from, to - from).remove(inlineCodeMark);
    };
    for (const Finding &finding : chosen) {
        const bool isOwn = !finding.english.isEmpty();
        english += asItStands(at, finding.span.start);
        english += isOwn ? finding.english : asItStands(finding.span.start, finding.span.end);
        at = finding.span.end;
        hasEnglish = hasEnglish || isOwn;
        isDoubtful = isDoubtful || finding.isDoubtful;
    }
    english += asItStands(at, region.span.end);
    const QList<Span> pieces = piecesOf(text, region.span);
    const auto weight = [&text](const Span &piece) {
        qsizetype sum = 0;
        for (qsizetype i = piece.start; i < piece.end; ++i)
            sum += text[i].isDigit() ? 100 : isWordUnit(text[i]) ? 1 : 0;
        return sum;
    };
    const auto heaviest = std::max_element(
        pieces.begin(), pieces.end(), [&](const Span &a, const Span &b) { return weight(a) < weight(b); });
    QList<std::pair<Span, RedactedSpan>> taken;
    for (auto piece = pieces.begin(); piece != pieces.end(); ++piece) {
        RedactedSpan span;
        span.kind = chosen.first().kind;
        span.source = text.mid(piece->start, piece->length());
        span.restored = !hasEnglish ? span.source : piece == heaviest ? english : QString();
        span.joinedBefore = piece->start > 0 && isWordUnit(text[piece->start - 1]);
        span.joinedAfter = piece->end < text.size() && isWordUnit(text[piece->end]);
        span.isDoubtful = isDoubtful && piece == heaviest;
        taken.append({*piece, span});
    }
    return taken;
}

/// Writes the text anew, with a code for each span that is taken out.
class Rewriter
{
public:
    Rewriter(const SegmentText &text, const QList<TermHit> &terms) : m_text(text), m_terms(terms)
    {
        m_result.text = text;
        m_result.text.source.clear();
        m_result.text.target.clear();
        m_result.text.codes.clear();
    }

    RedactedSegment run(const QList<std::pair<Span, RedactedSpan>> &taken)
    {
        qsizetype at = 0;
        for (const auto &[piece, span] : taken) {
            copy(at, piece.start);
            m_result.codes.append(-1 - m_result.spans.size());
            m_result.text.codes.append({SegmentCode::Kind::Standalone, ++m_number, {}});
            m_result.text.source += inlineCodeMark;
            m_result.spans.append(span);
            at = piece.end;
        }
        copy(at, m_text.source.size());
        keepTerms(taken);
        return std::move(m_result);
    }

private:
    void copy(qsizetype from, qsizetype to)
    {
        for (qsizetype i = from; i < to; ++i) {
            if (m_text.source[i] == inlineCodeMark)
                takeCode();
        }
        m_result.text.source += QStringView(m_text.source).sliced(from, to - from);
    }

    void takeCode()
    {
        const qsizetype index = m_next++;
        SegmentCode code = index < m_text.codes.size() ? m_text.codes[index] : SegmentCode{};
        const auto known = code.number > 0 ? m_numbers.constFind(code.number) : m_numbers.constEnd();
        const int number = known == m_numbers.constEnd() ? ++m_number : *known;
        m_numbers.insert(code.number, number);
        m_result.text.codes.append({code.kind, number, {}});
        m_result.codes.append(index);
    }

    void keepTerms(const QList<std::pair<Span, RedactedSpan>> &taken)
    {
        for (const TermHit &hit : m_terms) {
            qsizetype shift = 0;
            bool isTouched = false;
            for (const auto &[piece, span] : taken) {
                isTouched = isTouched || piece.overlaps(hit.span);
                shift += piece.end <= hit.span.start ? piece.length() - 1 : 0;
            }
            if (isTouched)
                continue;
            TermHit kept;
            kept.span = {hit.span.start - shift, hit.span.end - shift};
            kept.target = hit.target;
            kept.status = hit.status;
            kept.nested = hit.nested;
            m_result.terms.append(kept);
        }
    }

    const SegmentText &m_text;
    const QList<TermHit> &m_terms;
    RedactedSegment m_result;
    QHash<int, int> m_numbers; ///< of codes, by the number that they had
    int m_number = 0;
    qsizetype m_next = 0;
};

} // namespace

Result<RedactionRules> redactionRules(const Settings &settings)
{
    RedactionRules rules;
    const QJsonValue value = settings.machineTranslation.value(QLatin1String("redact"));
    if (value.isUndefined())
        return rules;
    if (!value.isObject())
        return wrongRules(QStringLiteral("it has to be an object."));
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        const bool isPersons = member.key() == QLatin1String("persons");
        if (isPersons || member.key() == QLatin1String("figures")) {
            if (!member->isBool())
                return wrongRules(QStringLiteral("\"%1\" has to be true or false.").arg(member.key()));
            (isPersons ? rules.persons : rules.figures) = member->toBool();
            continue;
        }
        if (member.key() != QLatin1String("terms"))
            return wrongRules(
                QStringLiteral("\"%1\" is not known. Use persons, figures and terms.").arg(member.key()));
        if (!member->isArray())
            return wrongRules(QStringLiteral("\"terms\" has to be a list of files."));
        for (const auto &file : member->toArray()) {
            if (file.toString().isEmpty())
                return wrongRules(QStringLiteral("\"terms\" has to be a list of files."));
            rules.termFiles.append(file.toString());
        }
    }
    return rules;
}

Result<RedactionRules> redactionRules(const QString &list, const Settings &settings)
{
    const Result<RedactionRules> known = redactionRules(settings);
    if (!known)
        return known.error();
    RedactionRules rules;
    if (list == QLatin1String("none"))
        return rules;
    for (const QString &name : list.split(u',')) {
        if (name == QLatin1String("persons")) {
            rules.persons = true;
        } else if (name == QLatin1String("figures")) {
            rules.figures = true;
        } else if (name != QLatin1String("terms")) {
            return Error{QStringLiteral("mt.redaction-unknown"),
                         QStringLiteral("Nothing is redacted that is called \"%1\". Use persons, figures and "
                                        "terms with commas between them, or none.")
                             .arg(name)};
        } else if (known->termFiles.isEmpty()) {
            return wrongRules(QStringLiteral("no termbase is named whose terms may not leave. Name them with "
                                             "\"terms\": [\"FILE\"]."));
        } else {
            rules.termFiles = known->termFiles;
        }
    }
    return rules;
}

void RedactionCounts::add(const RedactedSegment &segment)
{
    for (const RedactedSpan &span : segment.spans) {
        switch (span.kind) {
        case RedactedKind::Person:
            ++persons;
            break;
        case RedactedKind::Figure:
            ++figures;
            break;
        case RedactedKind::Term:
            ++terms;
            break;
        }
    }
}

class Redactor::Parts
{
public:
    RedactionRules rules;
    bool writesEnglish = true; ///< false: figures are put back as they stand
    text::FigureStyle style;
    std::optional<ConfidentialTerms> confidential;
    std::mutex mutex; ///< of what follows
    std::optional<size_t> documentsPrint;
    text::KnownNames documentsNames;

    void find(const Seen &seen, const text::KnownNames &names, QList<Finding> &findings) const
    {
        QList<Finding> found;
        if (rules.persons) {
            for (const std::vector<Span> &spans : {text::personNames(seen.text), names.find(seen.text)}) {
                const std::vector<bool> areSpelt = text::areSpeltInVietnamese(seen.text, spans);
                for (std::size_t i = 0; i < spans.size(); ++i)
                    found.append({spans[i], RedactedKind::Person, {}, areSpelt[i]});
            }
            findAddresses(seen.text, found);
        }
        if (rules.figures) {
            findFigures(seen.text, style, writesEnglish, found);
            findDigits(seen.text, found);
        }
        if (confidential) {
            for (const ConfidentialTerm &term : confidential->find(seen.text))
                found.append({term.span, RedactedKind::Term, term.english, term.english.isEmpty()});
        }
        for (Finding &finding : found) {
            finding.span = seen.original(finding.span);
            findings.append(finding);
        }
    }

    /// Whether the English of a glossary says what may not leave.
    [[nodiscard]] bool isTelling(const QString &english, const text::KnownNames &names) const
    {
        const bool hasDigit =
            std::any_of(english.begin(), english.end(), [](QChar unit) { return unit.isNumber(); });
        return (rules.figures && hasDigit) || (rules.persons && !names.find(english).empty()) ||
               (confidential && !confidential->find(english).empty());
    }
};

Redactor::Redactor(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}

Redactor::~Redactor() = default;

const RedactionRules &Redactor::rules() const
{
    return m_parts->rules;
}

Result<std::shared_ptr<const Redactor>> Redactor::load(const RedactionRules &rules,
                                                       const QString &sourceLanguage,
                                                       const QString &targetLanguage, const QString &profile)
{
    if (rules.persons && !isVietnamese(sourceLanguage)) {
        return Error{QStringLiteral("mt.redaction-language"),
                     QStringLiteral("Names of persons are found in Vietnamese alone, and this text is in "
                                    "\"%1\". Translate it without redacting persons, or not by a service.")
                         .arg(sourceLanguage)};
    }
    auto parts = std::make_unique<Parts>();
    parts->rules = rules;
    if (rules.isEmpty())
        return std::shared_ptr<const Redactor>(new Redactor(std::move(parts)));
    const Result<glossary::StyleContents> style = houseStyle(profile);
    if (!style)
        return style.error();
    parts->writesEnglish =
        isVietnamese(sourceLanguage) &&
        targetLanguage.section(u'-', 0, 0).compare(QLatin1String("en"), Qt::CaseInsensitive) == 0;
    const glossary::StyleSettings &set = style->style.settings();
    parts->style.monthFirst = set.dates == glossary::DateOrder::MonthFirst;
    parts->style.percentInWords = set.percentInWords;
    if (!rules.termFiles.isEmpty()) {
        Result<ConfidentialTerms> terms =
            ConfidentialTerms::load(rules.termFiles, sourceLanguage, targetLanguage, style->style);
        if (!terms)
            return terms.error();
        parts->confidential = *std::move(terms);
    }
    return std::shared_ptr<const Redactor>(new Redactor(std::move(parts)));
}

Result<std::shared_ptr<const Redactor>> machineRedactor(const Settings &settings, const Document &document)
{
    const Result<RedactionRules> rules = redactionRules(settings);
    if (!rules)
        return rules.error();
    return Redactor::load(*rules, document.sourceLanguage, document.targetLanguage, settings.profile);
}

text::KnownNames Redactor::namesOf(const Document &document) const
{
    text::KnownNames names;
    if (!rules().persons)
        return names;
    size_t print = 0;
    for (const Unit &unit : document.units) {
        for (const Segment &segment : unit.segments)
            print = qHash(segment.source.text, print);
    }
    const std::lock_guard lock(m_parts->mutex);
    if (m_parts->documentsPrint == print)
        return m_parts->documentsNames;
    for (const Unit &unit : document.units) {
        for (const Segment &segment : unit.segments) {
            const Seen seen(segment.source.text, false);
            names.learn(seen.text, text::personNames(seen.text));
        }
    }
    m_parts->documentsPrint = print;
    m_parts->documentsNames = names;
    return names;
}

RedactedSegment Redactor::redact(const SegmentText &text, const QList<TermHit> &terms,
                                 const text::KnownNames &names) const
{
    QList<Finding> findings;
    m_parts->find(Seen(text.source, false), names, findings);
    if (text.source.contains(inlineCodeMark))
        m_parts->find(Seen(text.source, true), names, findings);
    for (Finding &finding : findings) {
        const auto hit = std::find_if(terms.begin(), terms.end(), [&finding](const TermHit &one) {
            return one.span == finding.span && one.status <= TermStatus::Admitted && !one.target.isEmpty();
        });
        if (finding.kind == RedactedKind::Person && hit != terms.end()) {
            finding.english = hit->target;
            finding.isDoubtful = false;
        }
    }
    QList<std::pair<Span, RedactedSpan>> taken;
    for (const Region &region : regionsOf(findings))
        taken.append(takenOut(text.source, region));
    QList<TermHit> silent = terms;
    silent.removeIf([&](const TermHit &hit) { return m_parts->isTelling(hit.target, names); });
    return Rewriter(text, silent).run(taken);
}

namespace {

Translation failed(Translation translation, const char *code, const QString &message)
{
    translation.error = Error{QLatin1String(code), message};
    translation.text.clear();
    translation.codes.clear();
    return translation;
}

/// "the 10th" rather than "the 10thth": the service wrote the ending of a number that it did not have.
qsizetype doubledEnding(const QString &restored, QStringView rest)
{
    if (restored.size() < 3 || !restored[restored.size() - 3].isDigit())
        return 0;
    static const QStringList endings{QStringLiteral("st"), QStringLiteral("nd"), QStringLiteral("rd"),
                                     QStringLiteral("th")};
    const bool isOrdinal = endings.contains(restored.last(2));
    const bool hasEnding = rest.size() >= 2 && endings.contains(rest.first(2).toString()) &&
                           (rest.size() == 2 || !isWordUnit(rest[2]));
    return isOrdinal && hasEnding ? 2 : 0;
}

/// Which of the redacted text's codes each U+FFFC of a translation stands for.
qsizetype codeAt(const Translation &translation, qsizetype place)
{
    if (translation.codes.isEmpty())
        return place;
    return place < translation.codes.size() ? translation.codes[place] : -1;
}

} // namespace

Translation restored(const RedactedSegment &segment, Translation translation)
{
    if (translation.error || segment.spans.isEmpty())
        return translation;
    const QString text = translation.text;
    QString written;
    QList<qsizetype> codes;
    QList<int> seen(segment.spans.size(), 0);
    QStringList doubtful;
    qsizetype place = 0;
    const RedactedSpan *before = nullptr; // the one that was put back last, if nothing followed it yet
    const auto wantsSpace = [&written](bool joined, QChar next) {
        return !joined && !written.isEmpty() && isWordUnit(written.back()) && isWordUnit(next);
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const qsizetype code = text[i] == inlineCodeMark ? codeAt(translation, place++) : -1;
        const qsizetype own = code >= 0 && code < segment.codes.size() ? segment.codes[code] : -1;
        const bool isOurs = code >= 0 && code < segment.codes.size() && own < 0;
        if (!isOurs) {
            if (before != nullptr && wantsSpace(before->joinedAfter, text[i]))
                written += u' ';
            before = nullptr;
            written += text[i];
            if (text[i] == inlineCodeMark)
                codes.append(own);
            continue;
        }
        const RedactedSpan &span = segment.spans[-1 - own];
        ++seen[-1 - own];
        if (span.restored.isEmpty())
            continue;
        if (wantsSpace(span.joinedBefore, span.restored.front()))
            written += u' ';
        const bool opens = std::none_of(written.begin(), written.end(), isWordUnit);
        written += span.restored;
        if (opens && span.source.front().isUpper()) {
            QChar &first = written[written.size() - span.restored.size()];
            first = first.toUpper();
        }
        i += doubledEnding(span.restored, QStringView(text).sliced(i + 1));
        before = &span;
        if (span.isDoubtful)
            doubtful.append(span.restored);
    }
    const auto lost = std::count(seen.begin(), seen.end(), 0);
    if (lost > 0)
        return failed(std::move(translation), "mt.redaction-lost",
                      QStringLiteral("The translation is not used: %1 of the %2 places of what was redacted "
                                     "are missing.")
                          .arg(lost)
                          .arg(seen.size()));
    if (std::any_of(seen.begin(), seen.end(), [](int times) { return times > 1; }))
        return failed(
            std::move(translation), "mt.redaction-twice",
            QStringLiteral("The translation is not used: a place of what was redacted came twice."));
    translation.text = written;
    translation.codes = codes;
    if (!doubtful.isEmpty())
        translation.remarks.append(QStringLiteral("what was redacted stands as in the source: %1")
                                       .arg(doubtful.mid(0, 3).join(QLatin1String(", "))));
    return translation;
}

} // namespace verbale::session
