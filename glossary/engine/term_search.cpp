#include "glossary/engine/term_search.h"

#include <algorithm>
#include <tuple>

namespace verbale::glossary {

namespace {

constexpr int branchesFromToken = 64;

bool isSign(QStringView token, char16_t sign)
{
    return token.size() == 1 && token[0] == QChar(sign);
}

} // namespace

TermSearch::TermSearch(const TermIndex &index, const TextTokens &text)
    : m_index(index), m_text(text), m_numberReader(text), m_branches(text.size(), 0)
{
    m_numbers.reserve(text.size());
    m_reached.reserve(2 * text.size());
    for (std::size_t i = 0; i < text.size(); ++i)
        m_numbers.push_back(index.tokens().find(text[i]));
    m_firstPhrase.reserve(text.size() + 1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        m_firstPhrase.push_back(m_phrases.size());
        m_branches[i] = waysAt(i);
    }
    m_firstPhrase.push_back(m_phrases.size());
}

std::vector<Occurrence> TermSearch::run()
{
    walkTogether();
    settle();
    if (!m_branched)
        return std::move(m_found);
    const auto place = [](const Occurrence &o) { return std::tuple(o.first, o.end, o.node); };
    std::sort(m_found.begin(), m_found.end(), [&](const Occurrence &a, const Occurrence &b) {
        return std::tuple(place(a), a.spelling) < std::tuple(place(b), b.spelling);
    });
    m_found.erase(std::unique(m_found.begin(), m_found.end(),
                              [&](const Occurrence &a, const Occurrence &b) { return place(a) == place(b); }),
                  m_found.end());
    return std::move(m_found);
}

void TermSearch::begin(std::vector<Walk> &walks)
{
    walks.reserve(m_text.size());
    for (std::size_t first = 0; first < m_text.size(); ++first) {
        Step step{first, first, TermTrie::root};
        if (m_branches[first])
            branch(step);
        step.node = m_index.terms().child(TermTrie::root, m_numbers[first]);
        if (step.node == TermTrie::none)
            continue;
        ++step.at;
        record(step);
        if (step.at < m_text.size())
            walks.push_back({step, m_index.terms().prefetchStep(step.node, m_numbers[step.at])});
    }
}

/// Takes the walks from all tokens forward together, one token at a time: with a million terms every step
/// waits for the memory, and so they wait at the same time.
void TermSearch::walkTogether()
{
    const TermTrie &terms = m_index.terms();
    std::vector<Walk> walks;
    begin(walks);
    while (!walks.empty()) {
        std::size_t kept = 0;
        for (Walk &walk : walks) {
            if (!terms.prefetchChild(walk.next))
                walk.next = 0;
            if (walk.next != 0 || m_branches[walk.step.at])
                walks[kept++] = walk;
        }
        walks.resize(kept);
        kept = 0;
        for (Walk &walk : walks) {
            Step &step = walk.step;
            if (m_branches[step.at])
                branch(step);
            if (walk.next != 0)
                step.node = terms.childBehind(walk.next, step.node, m_numbers[step.at]);
            if (walk.next == 0 || step.node == TermTrie::none)
                continue;
            ++step.at;
            record(step);
            if (step.at == m_text.size())
                continue;
            walk.next = terms.prefetchStep(step.node, m_numbers[step.at]);
            walks[kept++] = walk;
        }
        walks.resize(kept);
    }
}

char TermSearch::waysAt(std::size_t token)
{
    const bool number =
        m_index.hasPlaces() &&
        (m_numbers[token] >= 0 && m_index.leadsToNumber(m_numbers[token]) ? true
                                                                          : m_numberReader.mayBegin(token));
    return static_cast<char>((branchesAt(token) ? Spelling : 0) | (number ? Number : 0));
}

bool TermSearch::branchesAt(std::size_t token)
{
    const QStringView written = m_text[token];
    const qint32 number = m_numbers[token];
    return findPhrasesAt(token) || m_index.tokens().otherSpelling(number, written) >= 0 ||
           isSign(written, u'"') || (isSign(written, u'(') && afterBracket(token) > 0);
}

/// Finds what may stand for the phrases that begin at a token.
bool TermSearch::findPhrasesAt(std::size_t token)
{
    const std::size_t before = m_phrases.size();
    qint32 phrase = TermTrie::root;
    for (std::size_t at = token; at < m_text.size(); ++at) {
        phrase = m_index.phrases().child(phrase, m_numbers[at]);
        if (phrase == TermTrie::none)
            break;
        if (m_index.phrases().head(phrase) < 0)
            continue;
        for (const PhraseAlternative &alternative : m_index.alternatives(m_index.phrases().head(phrase))) {
            if (alternative.capitals.fit(m_text, token, at + 1))
                m_phrases.push_back({at + 1, &alternative.tokens});
        }
    }
    return m_phrases.size() > before;
}

void TermSearch::walk(Step step)
{
    while (step.at < m_text.size()) {
        if (m_branches[step.at])
            branch(step);
        step.node = m_index.terms().child(step.node, m_numbers[step.at]);
        if (step.node == TermTrie::none)
            return;
        ++step.at;
        record(step);
    }
}

void TermSearch::arrive(const Step &step)
{
    if (step.node == TermTrie::none)
        return;
    record(step);
    walk(step);
}

void TermSearch::branch(const Step &step)
{
    if (m_branches[step.at] & Number)
        branchNumber(step);
    if (m_branches[step.at] & Spelling)
        branchSpelling(step);
}

/// Takes a number where a term has a place for one.
void TermSearch::branchNumber(const Step &step)
{
    takeGlued(step);
    for (std::size_t kind = 0; kind < placeKinds; ++kind) {
        if (m_index.terms().child(step.node, m_index.placeToken(kind)) == TermTrie::none)
            continue;
        const auto place = static_cast<PlaceKind>(kind);
        const std::optional<NumberReading> reading = m_numberReader.read(place, step.at);
        if (reading)
            take(step, place,
                 {step.capture,
                  step.at,
                  reading->end,
                  {m_text.span(reading->first).start, m_text.span(reading->end - 1).end},
                  reading->number,
                  reading->first == step.at && place != PlaceKind::Code && m_numberReader.counts(*reading)});
    }
}

/// "ASEM12", "COP26": an acronym and its number in one token.
void TermSearch::takeGlued(const Step &step)
{
    const qsizetype letters = m_numberReader.figuresBehindLetters(step.at);
    if (letters == 0)
        return;
    const qint32 token = m_index.tokens().find(m_text[step.at].first(letters));
    Step behind = step;
    behind.node = m_index.terms().child(step.node, token);
    if (behind.node == TermTrie::none)
        return;
    const Span &span = m_text.span(step.at);
    const std::size_t end = step.at + 1;
    const Capture capture{
        step.capture, end, end, {span.start + letters, span.end}, m_text[step.at].mid(letters).toLongLong()};
    take(behind, PlaceKind::Ordinal, capture);
    take(behind, PlaceKind::Number, capture);
}

void TermSearch::take(const Step &step, PlaceKind kind, const Capture &capture)
{
    Step behind = step;
    behind.node = m_index.terms().child(step.node, m_index.placeToken(static_cast<std::size_t>(kind)));
    if (behind.node == TermTrie::none)
        return;
    behind.at = capture.end;
    behind.capture = static_cast<qint32>(m_captures.size());
    m_captures.push_back(capture);
    arrive(behind);
}

bool TermSearch::endsWithCount(const Occurrence &occurrence) const
{
    if (occurrence.capture < 0)
        return false;
    const Capture &last = m_captures[static_cast<std::size_t>(occurrence.capture)];
    return last.counts && last.end == occurrence.end;
}

quint64 TermSearch::literalCapitals(const Occurrence &occurrence) const
{
    std::vector<bool> taken(occurrence.end - occurrence.first, false);
    for (qint32 at = occurrence.capture; at >= 0; at = m_captures[static_cast<std::size_t>(at)].previous) {
        const Capture &capture = m_captures[static_cast<std::size_t>(at)];
        for (std::size_t token = capture.first; token < capture.end; ++token)
            taken[token - occurrence.first] = true;
    }
    std::vector<std::size_t> literals;
    for (std::size_t token = occurrence.first; token < occurrence.end; ++token) {
        if (!taken[token - occurrence.first])
            literals.push_back(token);
    }
    return m_text.capitals(literals);
}

void TermSearch::branchSpelling(const Step &step)
{
    if (!m_branched)
        m_budgets.assign(m_text.size(), branchesFromToken);
    m_branched = true;
    if (--m_budgets[step.first] < 0)
        return;
    const qint32 number = m_numbers[step.at];
    const QStringView written = m_text[step.at];
    Step other = step;
    other.differs = true;
    other.at = step.at + 1;
    other.node = m_index.terms().child(step.node, m_index.tokens().otherSpelling(number, written));
    arrive(other);

    other.node = step.node;
    if (step.at > step.first && isSign(written, u'"')) {
        other.quoted = !step.quoted;
        walk(other);
        other.quoted = step.quoted;
    } else if (step.at > step.first && isSign(written, u'(')) {
        other.at = afterBracket(step.at);
        if (other.at > 0)
            walk(other);
    }

    for (std::size_t i = m_firstPhrase[step.at]; i < m_firstPhrase[step.at + 1]; ++i) {
        other.at = m_phrases[i].end;
        other.node = m_index.terms().follow(step.node, *m_phrases[i].other);
        arrive(other);
    }
}

void TermSearch::record(const Step &step)
{
    m_index.terms().prefetchHead(step.node);
    m_reached.push_back(step);
}

/// Looks which of the nodes that were reached end a term that may stand there.
void TermSearch::settle()
{
    std::erase_if(m_reached, [this](const Step &step) { return m_index.terms().head(step.node) < 0; });
    for (const Step &step : m_reached)
        m_index.prefetchPattern(step.node);
    m_found.reserve(m_reached.size());
    for (const Step &step : m_reached) {
        Occurrence found;
        found.node = step.node;
        found.first = step.first;
        found.end = step.at;
        // Both quotation marks or neither: a hit does not cut a quotation in two.
        if (step.quoted && step.at < m_text.size() && isSign(m_text[step.at], u'"'))
            ++found.end;
        else if (step.quoted && step.first > 0 && isSign(m_text[step.first - 1], u'"'))
            --found.first;
        else if (step.quoted)
            continue;
        found.tokens = found.end - found.first;
        found.spelling = step.differs ? TermSpelling::Differs : TermSpelling::Same;
        found.capture = step.capture;
        if (endsWithCount(found))
            continue;
        if (found.capture >= 0)
            found.literalCapitals = literalCapitals(found);
        found.best = m_index.strongest(found, m_text);
        if (found.best)
            m_found.push_back(found);
    }
}

/// The token after a bracket that holds nothing but an acronym: "(SOM)", "(ASEAN+3)"; else 0.
std::size_t TermSearch::afterBracket(std::size_t token) const
{
    constexpr std::size_t longest = 6;
    bool acronym = false;
    for (std::size_t i = token + 1; i < m_text.size() && i <= token + longest; ++i) {
        if (isSign(m_text[i], u')'))
            return acronym ? i + 1 : 0;
        if (m_text.isWord(i)) {
            if (m_text[i][0].isLetter() && !m_text.isAllCapitals(i))
                return 0;
            acronym = acronym || m_text[i].size() > 1;
        } else if (!isSign(m_text[i], u'-') && !isSign(m_text[i], u'+')) {
            return 0;
        }
    }
    return 0;
}

} // namespace verbale::glossary
