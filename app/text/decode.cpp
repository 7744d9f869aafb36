#include "text/decode.h"

#include "text/binary_files.h"
#include "text/byte_decoders.h"
#include "text/capitals.h"
#include "text/code_points.h"
#include "text/compose.h"
#include "text/detect.h"
#include "text/mojibake.h"
#include "text/typed_text.h"

#include <algorithm>

namespace verbale::text {

namespace {

char16_t unitAt(QByteArrayView bytes, qsizetype i, bool littleEndian)
{
    const unsigned first = static_cast<unsigned char>(bytes[i]);
    const unsigned second = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<char16_t>(littleEndian ? first | second << 8 : first << 8 | second);
}

bool isTextControl(char16_t unit)
{
    return (unit >= u'\t' && unit <= u'\r') || unit >= 0x20;
}

/// Letters and signs that Vietnamese and Western texts are written with.
bool isExpected(char16_t unit)
{
    return unit == u'\t' || unit == u'\n' || unit == u'\r' || (unit >= 0x20 && unit < 0x370) ||
           (unit >= 0x1E00 && unit < 0x1F00) || (unit >= 0x2000 && unit < 0x2100);
}

/// True when the bytes, read in this order, are almost only characters that a Vietnamese or Western text has.
bool looksLikeUtf16(QByteArrayView bytes, bool littleEndian)
{
    const qsizetype units = bytes.size() / 2;
    qsizetype expected = 0;
    for (qsizetype i = 0; i + 1 < bytes.size(); i += 2) {
        const char16_t unit = unitAt(bytes, i, littleEndian);
        if (!isTextControl(unit))
            return false;
        if (isExpected(unit))
            ++expected;
    }
    return units >= 2 && expected * 100 >= units * 95;
}

QString countOf(qsizetype count, const char *one, const char *many)
{
    return QStringLiteral("%1 %2").arg(count).arg(QLatin1String(count == 1 ? one : many));
}

class Decoder
{
public:
    Decoder(QByteArrayView bytes, const QString &fileName, const DecodeOptions &options)
        : m_bytes(bytes)
        , m_fileName(fileName)
        , m_options(options)
        , m_badBytes(options.replaceBadBytes ? BadBytes::Replace : BadBytes::Stop)
    {
    }

    Result<DecodedText> run() const
    {
        if (m_bytes.isEmpty())
            return Error{"text.empty", QStringLiteral("The file is empty. Open a file with text in it."),
                         place()};
        if (const QString advice = binaryFileAdvice(m_bytes); !advice.isEmpty())
            return Error{"text.binary", advice, place()};
        Result<DecodedText> decoded = m_options.encoding ? as(*m_options.encoding) : detected();
        if (!decoded)
            return decoded;
        const auto isBlank = [](QChar c) { return c.isSpace() || c == QChar(QChar::ByteOrderMark); };
        if (std::all_of(decoded->text.cbegin(), decoded->text.cend(), isBlank))
            return Error{
                "text.empty",
                QStringLiteral("The file holds nothing but white space. Open a file with text in it."),
                place()};
        return decoded;
    }

private:
    [[nodiscard]] Place place() const { return Place{m_fileName}; }

    /// Line and column of what follows the text that could be decoded.
    [[nodiscard]] Place placeAfter(const QString &text, qsizetype offset) const
    {
        const CodePointIndex index(text);
        return Place{m_fileName, index.line(text.size()), index.column(text.size()), offset};
    }

    [[nodiscard]] Result<DecodedText> as(Encoding encoding) const
    {
        switch (encoding) {
        case Encoding::Utf8:
            return utf8();
        case Encoding::Utf16:
            return utf16(looksLittleEndian(), 1);
        case Encoding::Utf16LittleEndian:
        case Encoding::Utf16BigEndian:
            return utf16(encoding == Encoding::Utf16LittleEndian, 1);
        case Encoding::Viqr:
        case Encoding::Telex:
        case Encoding::Mojibake: {
            Result<DecodedText> unicode = utf8();
            if (!unicode)
                return unicode;
            return reread(*std::move(unicode), {encoding, 1});
        }
        default:
            return bytewise(m_bytes, {encoding, 1});
        }
    }

    [[nodiscard]] Result<DecodedText> detected() const
    {
        if (m_bytes.startsWith(QByteArrayView("\xFF\xFE", 2)))
            return utf16(true, 1);
        if (m_bytes.startsWith(QByteArrayView("\xFE\xFF", 2)))
            return utf16(false, 1);
        if (m_bytes.contains('\0')) {
            const bool little = looksLikeUtf16(m_bytes, true);
            if (little != looksLikeUtf16(m_bytes, false))
                return utf16(little, 0.99);
        }
        PartlyDecoded decoded = decodeUtf8(m_bytes);
        if (decoded.failedAt >= 0)
            return legacy(decoded);
        if (maybeUtf8ByChance(decoded.text)) {
            const Likelihood chance = judgeBytes(m_bytes).front();
            if (chance.encoding != Encoding::Utf8 && chance.confidence >= 0.8)
                return bytewise(m_bytes, chance);
        }
        const UnicodeJudgement judged = judgeText(decoded.text);
        if (judged.likelihood.encoding == Encoding::Utf8) {
            Result<DecodedText> text = finished(m_bytes, std::move(decoded), {Encoding::Utf8, 1});
            if (text && judged.maybe)
                text->warnings.append(QStringLiteral("The text may be %1; --encoding %2 reads it so.")
                                          .arg(encodingName(*judged.maybe), encodingId(*judged.maybe)));
            return text;
        }
        if (const auto soup = controlSoup(m_bytes, decoded.text, Encoding::Utf8))
            return *soup;
        if (judged.wrapped)
            return unwrapped(std::move(decoded.text), judged.likelihood);
        const bool mark = decoded.text.startsWith(QChar(QChar::ByteOrderMark));
        return reread({std::move(decoded.text), Encoding::Utf8, mark, 1, {}}, judged.likelihood);
    }

    [[nodiscard]] bool looksLittleEndian() const
    {
        if (m_bytes.startsWith(QByteArrayView("\xFE\xFF", 2)))
            return false;
        return m_bytes.startsWith(QByteArrayView("\xFF\xFE", 2)) || looksLikeUtf16(m_bytes, true) ||
               !looksLikeUtf16(m_bytes, false);
    }

    [[nodiscard]] Result<DecodedText> utf8() const
    {
        return finished(m_bytes, decodeUtf8(m_bytes, m_badBytes), {Encoding::Utf8, 1});
    }

    [[nodiscard]] Result<DecodedText> utf16(bool littleEndian, double confidence) const
    {
        return finished(m_bytes, decodeUtf16(m_bytes, littleEndian, m_badBytes),
                        {littleEndian ? Encoding::Utf16LittleEndian : Encoding::Utf16BigEndian, confidence});
    }

    [[nodiscard]] Result<DecodedText> bytewise(QByteArrayView bytes, Likelihood likelihood) const
    {
        return finished(bytes, decodeBytes(bytes, likelihood.encoding, m_badBytes), likelihood);
    }

    /// Bytes that are no UTF-8.
    [[nodiscard]] Result<DecodedText> legacy(const PartlyDecoded &asUtf8) const
    {
        if (m_bytes.contains('\0')) {
            if (const auto soup =
                    controlSoup(m_bytes, decodeUtf8(m_bytes, BadBytes::Replace).text, Encoding::Utf8))
                return *soup;
        }
        const std::vector<Likelihood> likely = judgeBytes(m_bytes);
        const Likelihood &best = likely.front();
        if (best.encoding == Encoding::Utf8 || best.confidence < sureEnough)
            if (const auto soup =
                    controlSoup(m_bytes, decodeUtf8(m_bytes, BadBytes::Replace).text, Encoding::Utf8))
                return *soup;
        if (best.encoding == Encoding::Utf8)
            return utf8();
        if (best.confidence >= sureEnough)
            return bytewise(m_bytes, best);
        QStringList names;
        for (const Likelihood &one : likely) {
            if (names.size() < 3 && one.encoding != Encoding::Utf8)
                names.append(encodingId(one.encoding));
        }
        return Error{
            "text.unknown-encoding",
            QStringLiteral("At byte offset %1: %2, and no other encoding is clear. The likeliest: %3. "
                           "Say which one with --encoding NAME.")
                .arg(asUtf8.failedAt)
                .arg(asUtf8.problem, names.join(QLatin1String(", "))),
            placeAfter(asUtf8.text, asUtf8.failedAt)};
    }

    /// A font's bytes that were saved as Unicode characters one by one.
    [[nodiscard]] Result<DecodedText> unwrapped(QString text, Likelihood likelihood) const
    {
        const QByteArray bytes = windows1252Bytes(text);
        if (bytes.isEmpty())
            return DecodedText{std::move(text), Encoding::Utf8, false, 1, {}};
        Result<DecodedText> decoded = bytewise(bytes, likelihood);
        if (!decoded)
            return DecodedText{std::move(text), Encoding::Utf8, false, 1, {}};
        decoded->warnings.prepend(
            QStringLiteral(
                "The file is UTF-8, but its letters are the bytes of %1, each saved as a character "
                "of its own; they were put right. --encoding utf-8 takes them as they are.")
                .arg(encodingName(likelihood.encoding)));
        return decoded;
    }

    /// Telex, VIQR and misread UTF-8: a text that says another text.
    [[nodiscard]] static DecodedText reread(DecodedText decoded, Likelihood likelihood)
    {
        decoded.encoding = likelihood.encoding;
        decoded.confidence = likelihood.confidence;
        if (likelihood.encoding != Encoding::Mojibake) {
            const TypedText typed = readTyped(decoded.text, likelihood.encoding, Typing::Known);
            const QString name = likelihood.encoding == Encoding::Telex ? QStringLiteral("Telex text")
                                                                        : QStringLiteral("VIQR");
            decoded.text = typed.text;
            decoded.warnings.append(
                QStringLiteral(
                    "Read as %1: %2 of %3 words were changed. --encoding utf-8 takes the text as it "
                    "is.")
                    .arg(name)
                    .arg(typed.marked)
                    .arg(typed.words));
            return decoded;
        }
        const RepairedText repaired = repairMojibake(decoded.text);
        decoded.text = composed(repaired.text);
        decoded.warnings.append(
            QStringLiteral(
                "The text was UTF-8 misread as windows-1252%1; %2 put right. --encoding utf-8 takes "
                "it as it is.")
                .arg(repaired.rounds > 1 ? QStringLiteral(" and saved, more than once") : QString(),
                     countOf(repaired.repaired, "letter was", "letters were")));
        if (repaired.guessed > 0)
            decoded.warnings.append(QStringLiteral("%1 lost a byte when the text was misread; the likeliest "
                                                   "was put in its place. Check them against the original.")
                                        .arg(countOf(repaired.guessed, "letter", "letters")));
        return decoded;
    }

    [[nodiscard]] Result<DecodedText> finished(QByteArrayView bytes, PartlyDecoded decoded,
                                               Likelihood likelihood) const
    {
        const Encoding encoding = likelihood.encoding;
        if (const auto soup = controlSoup(bytes, decoded.text, encoding))
            return *soup;
        if (decoded.failedAt >= 0)
            return badByte(decoded, encoding);
        const bool mark = decoded.text.startsWith(QChar(QChar::ByteOrderMark));
        DecodedText result{std::move(decoded.text), encoding, mark, likelihood.confidence, {}};
        if (decoded.replaced > 0)
            result.warnings.append(
                QStringLiteral("%1 could not be decoded as %2 and became U+FFFD.")
                    .arg(countOf(decoded.replaced, "byte", "bytes"), encodingName(encoding)));
        if (encoding == Encoding::Tcvn3)
            handleCapitals(result);
        return result;
    }

    void handleCapitals(DecodedText &decoded) const
    {
        if (!m_options.capitals) {
            decoded.warnings.append(QStringLiteral(
                "TCVN3 writes capital letters with a tone as small ones and leaves the capitals to the font: "
                "they are small here. --capitals restores those that are certain."));
            return;
        }
        qsizetype changed = 0;
        decoded.text = withCapitals(decoded.text, changed);
        decoded.warnings.append(
            QStringLiteral("TCVN3 writes capital letters with a tone as small ones: %1 restored, in words of "
                           "capitals, at the start of sentences and in a few names. Check the others.")
                .arg(countOf(changed, "capital was", "capitals were")));
    }

    [[nodiscard]] Error badByte(const PartlyDecoded &decoded, Encoding encoding) const
    {
        const bool isUtf8 = encoding == Encoding::Utf8;
        const bool isUtf16 = encoding == Encoding::Utf16LittleEndian || encoding == Encoding::Utf16BigEndian;
        const QString advice =
            isUtf8 ? QStringLiteral("Save the file as UTF-8 in the program that wrote it and open it again.")
            : isUtf16 ? QStringLiteral(
                            "The file is damaged or was cut short; save it again as UTF-8 in the program "
                            "that wrote it.")
                      : QStringLiteral("Try another encoding with --encoding NAME.");
        return Error{
            isUtf8    ? QStringLiteral("text.bad-utf8")
            : isUtf16 ? QStringLiteral("text.bad-utf16")
                      : QStringLiteral("text.bad-bytes"),
            QStringLiteral("At byte offset %1: %2. %3").arg(decoded.failedAt).arg(decoded.problem, advice),
            placeAfter(decoded.text, decoded.failedAt)};
    }

    /// A NUL, or many control characters: no text was ever written like that.
    [[nodiscard]] std::optional<Error> controlSoup(QByteArrayView bytes, const QString &text,
                                                   Encoding encoding) const
    {
        qsizetype controls = 0;
        qsizetype firstAt = -1;
        bool nul = false;
        for (qsizetype i = 0; i < text.size() && !nul; ++i) {
            const char16_t unit = text[i].unicode();
            if (isTextControl(unit) && unit != 0x7F)
                continue;
            ++controls;
            nul = unit == 0;
            if (firstAt < 0 || nul)
                firstAt = i;
        }
        if (!nul && (controls < 8 || controls * 50 < text.size()))
            return std::nullopt;
        const QString before = text.left(firstAt);
        const char16_t control = text[firstAt].unicode();
        const bool wide = encoding == Encoding::Utf16LittleEndian || encoding == Encoding::Utf16BigEndian;
        const qsizetype offset = wide ? 2 * before.size() : bytes.indexOf(static_cast<char>(control));
        return Error{
            "text.binary",
            QStringLiteral("This is not a text file: control character 0x%1 at byte offset %2. Open a "
                           "plain text.")
                .arg(hex(control, 2))
                .arg(offset),
            placeAfter(before, offset)};
    }

    QByteArrayView m_bytes;
    QString m_fileName;
    DecodeOptions m_options;
    BadBytes m_badBytes;
};

} // namespace

QString describeEncoding(Encoding encoding, double confidence)
{
    if (confidence >= 1)
        return encodingName(encoding);
    return QStringLiteral("%1, %2% sure").arg(encodingName(encoding)).arg(static_cast<int>(confidence * 100));
}

Result<DecodedText> decode(QByteArrayView bytes, const QString &fileName, const DecodeOptions &options)
{
    return Decoder(bytes, fileName, options).run();
}

} // namespace verbale::text
