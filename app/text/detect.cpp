#include "text/detect.h"

#include "text/byte_decoders.h"
#include "text/byte_tables.h"
#include "text/mojibake.h"
#include "text/syllable_grammar.h"
#include "text/typed_text.h"
#include "text/word_costs.h"

#include <QtCore/QByteArray>

#include <algorithm>
#include <array>
#include <cmath>

namespace verbale::text {

namespace {

constexpr qsizetype sampleSize = 16 * 1024;
constexpr double badByteCost = 14;

/// What is judged, with what it costs that an encoding is a rare one.
struct Judged
{
    Encoding encoding;
    double rareness;
};
constexpr std::array judgedEncodings = {Judged{Encoding::Utf8, 0},         Judged{Encoding::Tcvn3, 0},
                                        Judged{Encoding::Vni, 0.2},        Judged{Encoding::Windows1258, 0.4},
                                        Judged{Encoding::Viscii, 1},       Judged{Encoding::Vps, 1.4},
                                        Judged{Encoding::Windows1252, 0.6}};

/// 0.5 at nothing, near 1 for much.
double sureness(double margin, double scale)
{
    return 1 / (1 + std::exp(-margin / scale));
}

bool isHigh(char byte)
{
    return static_cast<unsigned char>(byte) >= 0x80;
}

/// All of small bytes; of large ones three pieces with bytes that are not ASCII, each of whole lines or words
/// as far as possible.
QByteArray sampleOf(QByteArrayView bytes)
{
    if (bytes.size() <= 3 * sampleSize)
        return bytes.toByteArray();
    QByteArray sample;
    qsizetype taken = 0;
    for (const qsizetype from : {qsizetype(0), bytes.size() / 3, 2 * (bytes.size() / 3)}) {
        const auto high = std::find_if(bytes.begin() + std::max(from, taken), bytes.end(), isHigh);
        const auto isSpace = [](char c) { return c == ' ' || c == '\n'; };
        auto start = high - std::min<qsizetype>(high - bytes.begin(), 256);
        start = std::find_if(start, high, isSpace);
        const auto limit = start + std::min<qsizetype>(sampleSize, bytes.end() - start);
        const auto end =
            std::find_if(std::make_reverse_iterator(limit), std::make_reverse_iterator(start), isSpace)
                .base();
        sample.append(&*start, end - start);
        taken = end - bytes.begin();
    }
    return sample;
}

/// The same for a text: the beginning, the middle and the last third, at word boundaries.
QString sampleOf(QStringView text)
{
    if (text.size() <= 3 * sampleSize)
        return text.toString();
    QString sample;
    for (const qsizetype from : {qsizetype(0), text.size() / 3, 2 * (text.size() / 3)}) {
        const qsizetype start = from == 0 ? 0 : text.indexOf(u' ', from);
        if (start < 0 || start > from + sampleSize)
            continue;
        const QStringView piece = text.mid(start, sampleSize);
        sample += piece.first(std::max(piece.lastIndexOf(u' '), piece.lastIndexOf(u'\n')) + 1);
        sample += u'\n';
    }
    return sample.isEmpty() ? text.first(3 * sampleSize).toString() : sample;
}

struct Candidate
{
    Encoding encoding = Encoding::Utf8;
    QString text;
    TextCost cost;
    double total = 0;
};

Candidate candidateOf(const QByteArray &sample, Encoding encoding)
{
    PartlyDecoded decoded = encoding == Encoding::Utf8 ? decodeUtf8(sample, BadBytes::Replace)
                                                       : decodeBytes(sample, encoding, BadBytes::Replace);
    Candidate candidate{encoding, std::move(decoded.text), {}, 0};
    candidate.cost = textCost(candidate.text, encoding == Encoding::Tcvn3);
    candidate.total = candidate.cost.cost + badByteCost * double(decoded.replaced);
    return candidate;
}

qsizetype asciiWords(QStringView text)
{
    qsizetype count = 0;
    forEachWord(text, [&](qsizetype start, qsizetype end) {
        count += end - start > 1 && std::all_of(text.begin() + start, text.begin() + end,
                                                [](QChar c) { return c.unicode() < 0x80; })
                     ? 1
                     : 0;
    });
    return count;
}

/// How much of what is not ASCII is as it should be.
double quality(const Candidate &candidate)
{
    const TextCost &cost = candidate.cost;
    if (candidate.encoding == Encoding::Windows1252) {
        const double plain = double(asciiWords(candidate.text));
        return (plain + 0.1) / (plain + 1 + 2 * double(cost.words));
    }
    const double good = double(cost.vietnamese);
    return (good + 0.1) / (double(cost.words) + 0.1 + double(cost.signs));
}

} // namespace

std::vector<Likelihood> judgeBytes(QByteArrayView bytes)
{
    const QByteArray sample = sampleOf(bytes);
    std::vector<Candidate> candidates;
    for (const Judged &judged : judgedEncodings) {
        candidates.push_back(candidateOf(sample, judged.encoding));
        Candidate &candidate = candidates.back();
        candidate.total += judged.rareness;
        if (judged.encoding == Encoding::Windows1252 && candidate.cost.vietnamese * 2 <= candidate.cost.words)
            candidate.total -= 1; // no Vietnamese: the usual one
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate &one, const Candidate &other) { return one.total < other.total; });
    std::vector<Likelihood> likely;
    for (const Candidate &candidate : candidates) {
        const auto rival = std::find_if(candidates.begin(), candidates.end(), [&](const Candidate &other) {
            return other.encoding != candidate.encoding && other.text != candidate.text;
        });
        const double margin = rival == candidates.end() ? 0 : rival->total - candidate.total;
        const double good = std::sqrt(quality(candidate));
        likely.push_back({candidate.encoding, std::min(0.99, good * sureness(margin, 2))});
    }
    return likely;
}

bool maybeUtf8ByChance(QStringView text)
{
    const auto isAsciiLetter = [](QChar c) { return c.unicode() < 0x80 && c.isLetter(); };
    qsizetype odd = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.unicode() < 0x80)
            continue;
        const bool beside =
            (i > 0 && isAsciiLetter(text[i - 1])) || (i + 1 < text.size() && isAsciiLetter(text[i + 1]));
        if (++odd > 3 || !beside || c.unicode() < 0x100 || !c.isLetter() || isVietnameseLetter(c.unicode()))
            return false;
    }
    return odd > 0;
}

QByteArray windows1252Bytes(QStringView text)
{
    QByteArray bytes;
    bytes.reserve(text.size());
    for (const QChar c : text) {
        const int byte = windows1252Byte(c.unicode());
        if (byte < 0)
            return {};
        bytes += static_cast<char>(byte);
    }
    return bytes;
}

namespace {

/// Telex or VIQR, if the text is plainly that.
Likelihood judgeTyped(const QString &sample, Encoding encoding)
{
    const TypedText typed = readTyped(sample, encoding, Typing::Doubtful);
    if (typed.words == 0)
        return {encoding, 0};
    const double words = double(typed.words);
    const bool many = double(typed.certain) >= 0.2 * words && typed.certain > 0;
    const bool vietnamese = double(typed.marked + typed.plain) >= 0.5 * words;
    if (!many || !vietnamese)
        return {encoding, 0};
    return {encoding, std::min(0.99, sureness(typed.gain - 4, 2))};
}

/// Misread UTF-8: what is repaired makes a far likelier text.
Likelihood judgeMisread(const QString &sample, double cost)
{
    const RepairedText repaired = repairMojibake(sample);
    if (repaired.repaired == 0 || repaired.foreign * 10 > repaired.repaired)
        return {Encoding::Mojibake, 0};
    const double gain = cost - textCost(repaired.text).cost;
    return {Encoding::Mojibake, std::min(0.99, sureness(gain - 4, 2))};
}

} // namespace

UnicodeJudgement judgeText(QStringView text)
{
    const QString sample = sampleOf(text);
    const TextCost cost = textCost(sample);
    const UnicodeJudgement unicode{{Encoding::Utf8, 1}, false, {}};
    // A word with a letter that only Vietnamese has is no accident.
    const bool hasVietnamese = cost.vietnamese > 0 && std::any_of(sample.begin(), sample.end(), [](QChar c) {
                                   return isVietnameseLetter(c.unicode());
                               });
    if (hasVietnamese && cost.vietnamese * 5 >= cost.words * 3 && cost.signs * 10 <= cost.words)
        return unicode;
    if (cost.words + cost.signs > 0) {
        const Likelihood misread = judgeMisread(sample, cost.cost);
        if (misread.confidence >= sureEnough)
            return {misread, false, {}};
        const QByteArray bytes = hasVietnamese ? QByteArray() : windows1252Bytes(sample);
        if (!bytes.isEmpty()) {
            const Likelihood wrapped = judgeBytes(bytes).front();
            const bool legacy =
                wrapped.encoding != Encoding::Windows1252 && wrapped.encoding != Encoding::Utf8;
            if (legacy && wrapped.confidence >= 0.9 &&
                cost.cost - candidateOf(bytes, wrapped.encoding).cost.cost > 6)
                return {wrapped, true, {}};
        }
    }
    if (cost.words * 20 > asciiWords(sample))
        return unicode;
    const Likelihood viqr = judgeTyped(sample, Encoding::Viqr);
    const Likelihood telex = judgeTyped(sample, Encoding::Telex);
    const Likelihood &typed = viqr.confidence > telex.confidence ? viqr : telex;
    if (typed.confidence >= sureEnough)
        return {typed, false, {}};
    UnicodeJudgement unsure = unicode;
    if (typed.confidence >= 0.3)
        unsure.maybe = typed.encoding;
    return unsure;
}

} // namespace verbale::text
