#include "english.h"

#include <QtCore/QRegularExpression>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace verbale::mt::test {

using Json = nlohmann::json;

qint64 charactersOf(const QString &text)
{
    return std::count_if(text.begin(), text.end(), [](QChar unit) { return !unit.isLowSurrogate(); });
}

QString English::of(const QString &text) const
{
    static const QRegularExpression number(QStringLiteral("\\d+"));
    const auto known = table.constFind(text);
    return known != table.constEnd()
               ? *known
               : QStringLiteral("Sentence number %1 is about the cooperation between the countries.")
                     .arg(number.match(text).captured());
}

QStringList English::textsOf(const QByteArray &body)
{
    QStringList texts;
    const Json json = Json::parse(body.begin(), body.end(), nullptr, false);
    if (json.is_object() && json.contains("text"))
        for (const Json &text : json["text"])
            texts.append(QString::fromStdString(text.get<std::string>()));
    return texts;
}

QByteArray English::answerTo(const QByteArray &body) const
{
    Json translations = Json::array();
    for (const QString &text : textsOf(body))
        translations.push_back({{"text", of(text).toStdString()},
                                {"detected_source_language", "VI"},
                                {"billed_characters", charactersOf(text)}});
    return QByteArray::fromStdString(Json{{"translations", translations}}.dump());
}

TranslateRequest requestFor(const QStringList &sources)
{
    TranslateRequest request{QStringLiteral("deepl"), QStringLiteral("vi"), QStringLiteral("en"),
                             QStringLiteral("speech.txt")};
    for (const QString &source : sources)
        request.segments.append(SuggestSegment{
            {QString::number(request.segments.size() + 1), request.segments.size() + 3, source, {}, {}}, {}});
    return request;
}

QStringList sentences(int count)
{
    QStringList sources;
    for (int i = 1; i <= count; ++i)
        sources.append(QStringLiteral("Câu số %1 nói về hợp tác giữa các nước.").arg(i));
    return sources;
}

} // namespace verbale::mt::test
