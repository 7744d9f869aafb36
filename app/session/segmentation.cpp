#include "session/segmentation.h"

#include "formats/srx/srx.h"
#include "text/file_io.h"
#include "text/sentences.h"

namespace verbale::session {

namespace {

Result<srx::ReadSrx> readRules(const QString &path)
{
    const Result<QByteArray> bytes = text::readFile(path);
    if (!bytes)
        return bytes.error();
    return srx::read(*bytes, path);
}

} // namespace

Result<text::SentenceBreaker> sentenceBreaker(const OpenOptions &options, QStringList &warnings)
{
    if (options.segmentationRules.isEmpty())
        return text::vietnameseBreaker();
    const Result<srx::ReadSrx> read = readRules(options.segmentationRules);
    if (!read)
        return read.error();
    const QString language = options.sourceLanguage.isEmpty() ? QStringLiteral("vi") : options.sourceLanguage;
    const Result<text::SegmentationRules> rules = read->rulesFor(language);
    if (!rules)
        return rules.error();
    if (rules->rules.isEmpty()) {
        return Error{QStringLiteral("segmentation.no-rules"),
                     QStringLiteral("The file has no rules for the language %1. Add a <languagemap> for it.")
                         .arg(language),
                     {options.segmentationRules}};
    }
    warnings.append(read->warnings);
    return text::SentenceBreaker::compile(*rules);
}

QString onOneLine(QString text)
{
    for (QChar &character : text) {
        if (character == u'\n' || character == u'\r')
            character = u' ';
    }
    return text;
}

Result<QByteArray> segmentationRules(const QString &path)
{
    if (path.isEmpty())
        return text::shippedRulesFile();
    const Result<srx::ReadSrx> read = readRules(path);
    if (!read)
        return read.error();
    return srx::write(read->srx);
}

} // namespace verbale::session
