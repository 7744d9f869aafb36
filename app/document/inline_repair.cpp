#include "document/inline_repair.h"

#include "document/inline_checks.h"
#include "document/inline_codes.h"
#include "document/place_map.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace verbale {

namespace {

using Kind = InlineCode::Kind;

/// A code of the source and where it goes in the target.
struct Insertion
{
    qsizetype code = 0;
    qsizetype place = 0;
    qsizetype last = 0; ///< where it may go at most
};

InlineText inserted(const InlineText &source, const InlineText &target, QList<Insertion> insertions)
{
    std::stable_sort(insertions.begin(), insertions.end(),
                     [](const Insertion &a, const Insertion &b) { return a.place < b.place; });
    InlineText result;
    result.text.reserve(target.text.size() + insertions.size());
    qsizetype next = 0;
    qsizetype code = 0;
    const QList<InlineCode> &codes = source.codes;
    const QList<InlineCode> &there = target.codes;
    QList<InlineCode> all;
    for (qsizetype i = 0; i <= target.text.size(); ++i) {
        for (; next < insertions.size() && insertions[next].place == i; ++next) {
            result.text += inlineCodeMark;
            all.append(codes[insertions[next].code]);
        }
        if (i == target.text.size())
            break;
        result.text += target.text[i];
        if (target.text[i] == inlineCodeMark && code < there.size())
            all.append(there[code++]);
    }
    result.codes = all;
    return result;
}

/// Finds where missing codes go.
class Placer
{
public:
    Placer(const InlineText &source, const InlineText &target)
        : m_source(source)
        , m_target(target)
        , m_partners(codePartners(source.codes))
        , m_inTarget(matchCodes(source.codes, target.codes).inTarget)
        , m_sourcePlaces(codePlaces(source))
        , m_targetPlaces(codePlaces(target))
    {
    }

    [[nodiscard]] QList<Insertion> run(const QList<qsizetype> &missing,
                                       const QList<Correspondence> &known) const
    {
        const PlaceMap map(m_source, m_target, known);
        QList<Insertion> insertions;
        for (const qsizetype code : missing) {
            const PlaceMap::Place place = map.placeOf(m_sourcePlaces[code], marksPart(code));
            insertions.append({code, place.place, place.last});
        }
        keepOrder(insertions);
        for (qsizetype i = 0; i < insertions.size(); ++i)
            putAroundWord(insertions, i);
        keepOrder(insertions);
        return insertions;
    }

private:
    void keepOrder(QList<Insertion> &insertions) const;
    void putAroundWord(QList<Insertion> &insertions, qsizetype opening) const;
    [[nodiscard]] bool holdsWords(qsizetype start, qsizetype end) const;
    [[nodiscard]] bool marksPart(qsizetype code) const;
    [[nodiscard]] Kind kindOf(qsizetype code) const { return m_source.codes.at(code).kind; }

    const InlineText &m_source;
    const InlineText &m_target;
    QList<qsizetype> m_partners;
    QList<qsizetype> m_inTarget;
    QList<qsizetype> m_sourcePlaces;
    QList<qsizetype> m_targetPlaces;
};

bool Placer::holdsWords(qsizetype start, qsizetype end) const
{
    const QStringView part = QStringView(m_source.text).sliced(start, end - start);
    return std::any_of(part.begin(), part.end(), [](QChar c) { return c.isLetterOrNumber(); });
}

/// Whether the code belongs to a pair with words of the source outside of it.
bool Placer::marksPart(qsizetype code) const
{
    if (m_partners[code] < 0)
        return false;
    const qsizetype start = m_sourcePlaces[std::min(code, m_partners[code])];
    const qsizetype end = m_sourcePlaces[std::max(code, m_partners[code])];
    return holdsWords(0, start) || holdsWords(end, m_source.text.size());
}

/// None goes before the one before it; a closing code goes behind its opening one where that stands already,
/// an opening one before its closing one.
void Placer::keepOrder(QList<Insertion> &insertions) const
{
    qsizetype reached = 0;
    for (Insertion &insertion : insertions) {
        insertion.place = std::max(insertion.place, reached);
        const qsizetype partner = m_partners[insertion.code];
        const qsizetype there = partner >= 0 ? m_inTarget[partner] : -1;
        if (there >= 0 && kindOf(insertion.code) == Kind::Closing)
            insertion.place = std::max(insertion.place, m_targetPlaces[there] + 1);
        else if (there >= 0)
            insertion.place = std::min(insertion.place, m_targetPlaces[there]);
        reached = std::max(reached, insertion.place);
    }
}

/// A pair that has words between its codes in the source gets a word at least.
void Placer::putAroundWord(QList<Insertion> &insertions, qsizetype opening) const
{
    const qsizetype first = insertions[opening].code;
    const qsizetype second = m_partners[first];
    if (kindOf(first) != Kind::Opening || second < first)
        return;
    const auto closing = std::find_if(insertions.begin() + opening, insertions.end(),
                                      [second](const Insertion &other) { return other.code == second; });
    if (closing == insertions.end() || closing->place > insertions[opening].place ||
        !holdsWords(m_sourcePlaces[first], m_sourcePlaces[second]))
        return;
    for (qsizetype end = insertions[opening].place + 1; end <= closing->last; ++end) {
        if (isWordEnd(m_target.text, end)) {
            closing->place = end;
            return;
        }
    }
}

/// Pairs that would overlap others go to the end, where they can do no harm.
void moveCrossedToEnd(QList<Insertion> &insertions, const InlineText &source, const InlineText &target)
{
    const QList<qsizetype> partners = codePartners(source.codes);
    const auto isNew = [&insertions](qsizetype code) {
        return std::any_of(insertions.begin(), insertions.end(),
                           [code](const Insertion &insertion) { return insertion.code == code; });
    };
    for (const CodeFinding &finding : checkCodes(source, inserted(source, target, insertions))) {
        const qsizetype opening = finding.sourceIndex;
        const bool moves = finding.problem == CodeProblem::Crossed && opening >= 0 && isNew(opening) &&
                           partners[opening] >= 0 && isNew(partners[opening]);
        for (Insertion &insertion : insertions) {
            if (moves && (insertion.code == opening || insertion.code == partners[opening]))
                insertion.place = target.text.size();
        }
    }
}

/// How far along in its text each code stands: the share of the letters before it.
std::vector<double> sharesBefore(const QString &text)
{
    std::vector<double> shares;
    qsizetype letters = 0;
    for (const QChar c : text) {
        if (c == inlineCodeMark)
            shares.push_back(double(letters));
        else if (!c.isSpace())
            ++letters;
    }
    for (double &share : shares)
        share /= double(std::max<qsizetype>(1, letters));
    return shares;
}

/// For fewer placeholders than codes: which codes they are, in order, so that they stand about as far along.
QList<qsizetype> likeliestCodes(const QString &text, const InlineText &source)
{
    const std::vector<double> placeholders = sharesBefore(text);
    const std::vector<double> codes = sharesBefore(source.text);
    const std::size_t rows = placeholders.size();
    const std::size_t columns = std::min(codes.size(), static_cast<std::size_t>(source.codes.size()));
    constexpr std::size_t most = 1000000;
    QList<qsizetype> chosen;
    if (rows * columns > most) {
        for (std::size_t i = 0; i < rows; ++i)
            chosen.append(static_cast<qsizetype>(i));
        return chosen;
    }
    // cost[r][c]: of the first r placeholders with the first c codes.
    std::vector<double> cost((rows + 1) * (columns + 1), std::numeric_limits<double>::infinity());
    const auto at = [&cost, columns](std::size_t r, std::size_t c) -> double & {
        return cost[r * (columns + 1) + c];
    };
    for (std::size_t c = 0; c <= columns; ++c)
        at(0, c) = 0;
    for (std::size_t r = 1; r <= rows; ++r) {
        for (std::size_t c = r; c <= columns; ++c)
            at(r, c) =
                std::min(at(r, c - 1), at(r - 1, c - 1) + std::abs(placeholders[r - 1] - codes[c - 1]));
    }
    std::size_t c = columns;
    for (std::size_t r = rows; r > 0; --r) {
        while (c > r && at(r, c) == at(r, c - 1))
            --c;
        chosen.prepend(static_cast<qsizetype>(--c));
    }
    return chosen;
}

} // namespace

QList<qsizetype> missingCodes(const InlineText &source, const InlineText &target)
{
    QList<qsizetype> missing;
    if (source.codes.isEmpty())
        return missing;
    const QList<InlineCode> &codes = source.codes;
    const QList<qsizetype> inTarget = matchCodes(codes, target.codes).inTarget;
    const QList<qsizetype> partners = codePartners(codes);
    for (qsizetype i = 0; i < codes.size(); ++i) {
        // Half an annotation is worse than none.
        const bool half = partners[i] >= 0 && inTarget[partners[i]] >= 0;
        if (inTarget[i] < 0 && (codeClass(codes[i]) == CodeClass::Tag || half))
            missing.append(i);
    }
    return missing;
}

std::optional<InlineCode> nextMissingCode(const InlineText &source, const InlineText &target)
{
    const QList<qsizetype> missing = missingCodes(source, target);
    const QList<InlineCode> &codes = source.codes;
    if (!missing.isEmpty())
        return codes[missing.first()];
    const QList<qsizetype> inTarget = matchCodes(codes, target.codes).inTarget;
    for (qsizetype i = 0; i < codes.size(); ++i) {
        if (inTarget[i] < 0 && codeClass(codes[i]) == CodeClass::Annotation)
            return codes[i];
    }
    return std::nullopt;
}

std::optional<MissingPair> nextMissingPair(const InlineText &source, const InlineText &target)
{
    const QList<InlineCode> &codes = source.codes;
    const QList<qsizetype> partners = codePartners(codes);
    const QList<qsizetype> inTarget = matchCodes(codes, target.codes).inTarget;
    for (const CodeClass wanted : {CodeClass::Tag, CodeClass::Annotation}) {
        for (qsizetype i = 0; i < codes.size(); ++i) {
            const qsizetype closing = partners[i];
            if (codes[i].kind == Kind::Opening && closing > i && inTarget[i] < 0 && inTarget[closing] < 0 &&
                codeClass(codes[i]) == wanted)
                return MissingPair{codes[i], codes[closing]};
        }
    }
    return std::nullopt;
}

InlineText withCode(const InlineText &text, qsizetype place, const InlineCode &code)
{
    InlineText result = text;
    place = std::clamp<qsizetype>(place, 0, text.text.size());
    const qsizetype index = QStringView(text.text).first(place).count(inlineCodeMark);
    result.text.insert(place, inlineCodeMark);
    result.codes.insert(std::min<qsizetype>(index, result.codes.size()), code);
    return result;
}

InlineText withAllMissingCodes(const InlineText &source, const InlineText &target,
                               const QList<Correspondence> &known)
{
    QList<qsizetype> missing = missingCodes(source, target);
    const qsizetype standing = codePlaces(source).size();
    missing.removeIf([standing](qsizetype code) { return code >= standing; });
    if (missing.isEmpty())
        return target;
    QList<Insertion> insertions = Placer(source, target).run(missing, known);
    moveCrossedToEnd(insertions, source, target);
    return inserted(source, target, insertions);
}

QList<qsizetype> placeholderCodes(const QString &text, const InlineText &source,
                                  const QList<qsizetype> &order)
{
    const qsizetype placeholders = text.count(inlineCodeMark);
    const qsizetype count = source.codes.size();
    if (order.isEmpty() && placeholders < count)
        return likeliestCodes(text, source);
    QList<qsizetype> chosen;
    QList<bool> used(count, false);
    for (qsizetype i = 0; i < placeholders; ++i) {
        const qsizetype code = order.isEmpty() ? i : order.value(i, -1);
        const bool known = code >= 0 && code < count && !used[code];
        if (known)
            used[code] = true;
        chosen.append(known ? code : -1);
    }
    return chosen;
}

RestoredText codesForText(const QString &text, const InlineText &source, const QList<qsizetype> &order)
{
    RestoredText restored;
    const QList<InlineCode> &codes = source.codes;
    const QList<qsizetype> chosen = placeholderCodes(text, source, order);
    QList<InlineCode> found;
    qsizetype placeholder = 0;
    for (const QChar c : text) {
        if (c == inlineCodeMark && chosen[placeholder++] < 0) {
            ++restored.dropped;
            continue;
        }
        restored.text.text += c;
        if (c == inlineCodeMark)
            found.append(codes[chosen[placeholder - 1]]);
    }
    restored.text.codes = found;
    restored.lost = missingCodes(source, restored.text).size();
    if (restored.lost > 0)
        restored.text = withAllMissingCodes(source, restored.text);
    restored.moved = hasCodeProblem(checkCodes(source, restored.text));
    return restored;
}

} // namespace verbale
