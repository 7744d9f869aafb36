#include "command-line/convert_command.h"

#include "command-line/inputs.h"
#include "command-line/json.h"
#include "command-line/printer.h"
#include "session/files.h"

namespace verbale::commandline {

namespace {

Error wrongUse(const QString &message, const QString &file = {})
{
    return {QStringLiteral("usage.output"), message, {file}};
}

} // namespace

void ConvertCommand::declare(VerbOptions &options)
{
    options.file(m_input, "IN", "A text file; - is standard input");
    options.text("-o,--output", m_output, "OUT", "Where to write the UTF-8 text; - is standard output");
    options.text(
        "--from,--encoding", m_from, "NAME",
        "Take the text for this encoding instead of finding it: tcvn3, vni, windows-1258, vps, viscii, "
        "viqr, telex, mojibake, utf-8, utf-16, utf-16le, utf-16be, windows-1252");
    options.flag("--capitals", m_capitals,
                 "TCVN3: restore capitals that the font made, where they are certain");
    options.flag("--replace-bad-bytes", m_replace,
                 "Write U+FFFD for bytes that cannot be decoded; count them");
    options.flag("--json", m_json,
                 "Print file, encoding, confidence, bytes, characters and warnings as JSON");
}

Result<session::ConvertedText> ConvertCommand::convert(Context &context, qsizetype &inputBytes) const
{
    if (m_output.isEmpty())
        return wrongUse(QStringLiteral("Say where to write the text with -o OUT."));
    if (m_json && m_output == QLatin1String("-"))
        return wrongUse(QStringLiteral("With --json the text needs a file of its own: -o OUT."));
    if (m_output != QLatin1String("-") && session::isSameFile(m_input, m_output))
        return wrongUse(QStringLiteral("The text would replace the file it is read from. Choose another -o."),
                        m_output);
    text::DecodeOptions options;
    options.capitals = m_capitals;
    options.replaceBadBytes = m_replace;
    if (!m_from.isNull()) {
        const Result<text::Encoding> from = text::encodingFromId(m_from);
        if (!from)
            return from.error();
        options.encoding = *from;
    }
    const Result<QByteArray> bytes =
        m_input == QLatin1String("-") ? session::readDevice(context.in, m_input) : session::readFile(m_input);
    if (!bytes)
        return bytes.error();
    inputBytes = bytes->size();
    return session::convertText(*bytes, m_input, options);
}

Result<void> ConvertCommand::write(Context &context, const session::ConvertedText &converted) const
{
    if (m_output != QLatin1String("-"))
        return session::writeFile(m_output, converted.bytes);
    Printer out(context.out);
    out.bytes(converted.bytes);
    return out.flush();
}

Result<void> ConvertCommand::report(Context &context, const session::ConvertedText &converted,
                                    qsizetype inputBytes) const
{
    for (const QString &warning : converted.warnings)
        warn(context, warning);
    if (m_output == QLatin1String("-"))
        return {};
    Printer out(context.out);
    if (m_json) {
        Json json;
        json["file"] = toJson(m_input);
        json["output"] = toJson(m_output);
        json["encoding"] = toJson(text::encodingId(converted.encoding));
        json["confidence"] = converted.confidence;
        json["bytes"] = inputBytes;
        json["characters"] = converted.characters;
        json["warnings"] = toJson(converted.warnings);
        out.text(toText(json));
    } else {
        out.line(QStringLiteral("%1 -> %2").arg(m_input, m_output));
        out.line(QStringLiteral("  encoding   %1")
                     .arg(text::describeEncoding(converted.encoding, converted.confidence)));
        out.line(QStringLiteral("  bytes      %1").arg(inputBytes));
        out.line(QStringLiteral("  characters %1").arg(converted.characters));
    }
    return out.flush();
}

int ConvertCommand::run(Context &context)
{
    qsizetype inputBytes = 0;
    const Result<session::ConvertedText> converted = convert(context, inputBytes);
    if (!converted) {
        complain(context, converted.error());
        return Refused;
    }
    Result<void> done = write(context, *converted);
    if (done)
        done = report(context, *converted, inputBytes);
    if (!done) {
        complain(context, done.error());
        return Refused;
    }
    return Done;
}

} // namespace verbale::commandline
