// bench_term_matcher [GLOSSARY.tsv SENTENCES.txt]
// TermMatcher::find (folding, tokenising, selection and mapping back included) against bare Aho-Corasick
// scans of the already folded text, interleaved in one run. Without arguments: 10,000 entries and 4,000
// sentences made from the shipped glossary's syllables, always the same. Also the matcher's memory, and the
// time to build it and to add an entry. Exit status 1 when find takes more than 3.3 times as long as the bare
// automaton over syllables with NFC and case folding.

#include "bare_automata.h"
#include "glossary/data/builtin_glossary.h"
#include "glossary/engine/term_matcher.h"
#include "glossary/engine/tsv.h"
#include "text/file_io.h"
#include "text/syllables.h"
#include "text/term_key.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <QtCore/QRandomGenerator>
#include <QtCore/QSet>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <malloc.h>
#include <optional>

using namespace verbale;
using namespace verbale::glossary;

namespace {

constexpr double promisedRatio = 3.3;

struct Task
{
    std::shared_ptr<const Termbase> termbase;
    QStringList sentences;
};

/// Frequent syllables are drawn more often, as in any language.
QString draw(QRandomGenerator &random, const QStringList &list)
{
    const double x = random.generateDouble();
    return list[static_cast<qsizetype>(x * x * double(list.size()))];
}

Task madeTask()
{
    constexpr int entryCount = 10000;
    constexpr int sentenceCount = 4000;
    QRandomGenerator random(2026);
    Result<Termbase> shipped = builtinGlossary();
    if (!shipped)
        return {};
    QList<ConceptEntry> entries = shipped->entries();
    QStringList terms;
    QSet<QString> syllables;
    for (const ConceptEntry &entry : entries) {
        const QString term = entry.terms.first().text;
        terms.append(term);
        for (const QString &syllable : term.toLower().split(u' '))
            syllables.insert(syllable);
    }
    QStringList words(syllables.begin(), syllables.end());
    words.sort();
    std::shuffle(words.begin(), words.end(), random);
    QSet<QString> known(terms.begin(), terms.end());
    while (entries.size() < entryCount) {
        QStringList parts;
        for (int i = random.bounded(2, 7); i > 0; --i)
            parts.append(draw(random, words));
        const QString term = parts.join(u' ');
        if (known.contains(term))
            continue;
        known.insert(term);
        entries.append({QStringLiteral("made-%1").arg(entries.size()),
                        {},
                        {},
                        {},
                        {},
                        {{QStringLiteral("vi"), term, TermStatus::Preferred, false},
                         {QStringLiteral("en"), QStringLiteral("term"), TermStatus::Preferred, false}}});
        terms.append(term);
    }
    QStringList sentences;
    for (int i = 0; i < sentenceCount; ++i) {
        QStringList parts;
        for (int words_ = random.bounded(8, 30); words_ > 0; --words_)
            parts.append(random.bounded(9) == 0 ? terms[random.bounded(terms.size())] : draw(random, words));
        parts[parts.size() / 2] += u',';
        parts.first()[0] = parts.first()[0].toUpper();
        sentences.append(parts.join(u' ') + u'.');
    }
    return {std::make_shared<Termbase>(QStringLiteral("bench"), entries), sentences};
}

Task readTask(const QString &glossaryFile, const QString &sentencesFile)
{
    const Result<QByteArray> glossaryBytes = text::readFile(glossaryFile);
    const Result<QByteArray> sentences = text::readFile(sentencesFile);
    if (!glossaryBytes || !sentences)
        return {};
    Result<TsvContents> contents = readTsv(*glossaryBytes, glossaryFile);
    if (!contents)
        return {};
    return {std::make_shared<Termbase>(contents->termbase),
            QString::fromUtf8(*sentences).split(u'\n', Qt::SkipEmptyParts)};
}

/// Bytes that are allocated now.
std::size_t allocated()
{
    const struct mallinfo2 info = mallinfo2();
    return info.uordblks + info.hblkhd;
}

/// What a plain program would do to a sentence before it looks for terms.
QString normalised(const QString &sentence)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 *composer = icu::Normalizer2::getNFCInstance(status);
    icu::UnicodeString text = composer->normalize(
        icu::UnicodeString(sentence.utf16(), static_cast<int32_t>(sentence.size())), status);
    text.foldCase();
    return QString::fromUtf16(text.getBuffer(), text.length());
}

/// Processor time in milliseconds.
template <typename Work>
double milliseconds(Work work)
{
    const std::clock_t start = std::clock();
    work();
    return double(std::clock() - start) * 1e3 / double(CLOCKS_PER_SEC);
}

/// The slowest of many additions, each of which is found at once.
double slowestAddition(TermMatcher &matcher)
{
    double slowest = 0;
    for (int i = 0; i < 2000; ++i) {
        const QString term = QStringLiteral("thuật ngữ mới số %1").arg(i);
        ConceptEntry entry{term, {}, {},
                           {},   {}, {{QStringLiteral("vi"), term, TermStatus::Preferred, false}}};
        slowest = std::max(slowest, milliseconds([&] { matcher.add(0, std::move(entry)); }));
    }
    return slowest;
}

/// The times of some way to look through all sentences, and what it counted.
class Contender
{
public:
    explicit Contender(const char *title) : m_title(title) {}

    template <typename Look>
    void run(qsizetype sentences, Look look)
    {
        const std::clock_t start = std::clock(); // processor time: others may be using the machine too
        m_counted = 0;
        for (qsizetype i = 0; i < sentences; ++i)
            m_counted += look(i);
        const double seconds = double(std::clock() - start) / double(CLOCKS_PER_SEC);
        m_times.push_back(seconds * 1e6 / double(sentences));
    }

    /// The quickest run: the one that other programs on the machine disturbed least.
    [[nodiscard]] double microseconds() const { return *std::min_element(m_times.begin(), m_times.end()); }

    void print(double against) const
    {
        std::vector<double> sorted = m_times;
        std::sort(sorted.begin(), sorted.end());
        std::printf("%-34s %8.3f us/sentence (median %.3f)  %9ld counted", m_title, microseconds(),
                    sorted[sorted.size() / 2], m_counted);
        if (against > 0)
            std::printf("  ours is %.2fx", against / microseconds());
        std::printf("\n");
    }

private:
    const char *m_title;
    std::vector<double> m_times;
    long m_counted = 0;
};

} // namespace

int main(int argc, char **argv)
{
    const Task task =
        argc == 3 ? readTask(QString::fromLocal8Bit(argv[1]), QString::fromLocal8Bit(argv[2])) : madeTask();
    if (!task.termbase || task.sentences.isEmpty()) {
        std::fputs("usage: bench_term_matcher [GLOSSARY.tsv SENTENCES.txt], both readable\n", stderr);
        return 2;
    }
    std::vector<QString> foldedTerms;
    std::vector<QString> plainTerms;
    for (const ConceptEntry &entry : task.termbase->entries()) {
        for (const Term &term : entry.termsIn(QStringLiteral("vi"))) {
            foldedTerms.push_back(text::foldTerm(term.text));
            plainTerms.push_back(normalised(term.text));
        }
    }
    std::vector<QString> folded;
    for (const QString &sentence : task.sentences)
        folded.push_back(text::makeTermKey(sentence).text);

    const std::size_t before = allocated();
    std::optional<TermMatcher> built;
    const Result<MatchRules> rules = builtinMatchRules();
    const double building = milliseconds([&] {
        built.emplace(std::vector<std::shared_ptr<const Termbase>>{task.termbase}, QStringLiteral("vi"),
                      rules ? *rules : MatchRules());
    });
    TermMatcher &matcher = *built;
    const auto entryCount = double(task.termbase->entries().size());
    std::printf(
        "%.0f entries, %lld sentences; the matcher was built in %.1f ms and takes %.0f bytes an entry\n",
        entryCount, static_cast<long long>(task.sentences.size()), building,
        double(allocated() - before) / entryCount);
    const bench::CharacterScan characters(foldedTerms);
    const bench::SyllableScan syllables(foldedTerms);
    const bench::SyllableScan plain(plainTerms);

    Contender ours("find: all included");
    Contender folding("  of it: folding with the map");
    Contender cutting("  of it: folding and tokens");
    Contender bareCharacters("bare automaton over characters");
    Contender bareSyllables("bare automaton over syllables");
    Contender plainSyllables("  with NFC and case folding");
    const qsizetype count = task.sentences.size();
    const auto at = [&folded](qsizetype i) -> const QString & { return folded[static_cast<std::size_t>(i)]; };
    for (int round = 0; round < 9; ++round) {
        bareCharacters.run(count, [&](qsizetype i) { return characters.count(at(i)); });
        ours.run(count,
                 [&](qsizetype i) { return static_cast<long>(matcher.find(task.sentences[i]).size()); });
        bareSyllables.run(count, [&](qsizetype i) { return syllables.count(at(i)); });
        plainSyllables.run(count, [&](qsizetype i) { return plain.count(normalised(task.sentences[i])); });
        folding.run(count, [&](qsizetype i) {
            return static_cast<long>(text::makeTermKey(task.sentences[i]).text.size());
        });
        cutting.run(count, [&](qsizetype i) {
            const text::TermKey key = text::makeTermKey(task.sentences[i]);
            std::vector<Span> tokens;
            text::splitSyllables(key.text, tokens);
            return static_cast<long>(tokens.size());
        });
    }
    bareCharacters.print(ours.microseconds());
    bareSyllables.print(ours.microseconds());
    plainSyllables.print(ours.microseconds());
    ours.print(0);
    folding.print(0);
    cutting.print(0);
    std::printf("the slowest of 2,000 added entries took %.3f ms\n", slowestAddition(matcher));
    if (ours.microseconds() > promisedRatio * plainSyllables.microseconds()) {
        std::printf("the promise is at most %.1fx the bare automaton with NFC and case folding\n",
                    promisedRatio);
        return 1;
    }
    return 0;
}
