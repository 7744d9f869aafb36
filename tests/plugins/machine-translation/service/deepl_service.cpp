#include "deepl_service.h"

#include <QtCore/QFileInfo>

#include <nlohmann/json.hpp>

namespace verbale::mt::test {

using Json = nlohmann::json;

namespace {

QString textIn(const Json &json, const char *name)
{
    return QString::fromStdString(json.value(name, std::string()));
}

void put(QMap<QString, QString> &entries, const Json &dictionary)
{
    const QString table = textIn(dictionary, "entries");
    for (const QString &line : table.split('\n'))
        entries.insert(line.section('\t', 0, 0), line.section('\t', 1));
}

DeepLService::Reply message(int status, const char *text)
{
    return {status, QByteArray::fromStdString(Json{{"message", text}}.dump())};
}

} // namespace

DeepLService::Reply DeepLService::handle(const Seen &seen)
{
    const std::lock_guard lock(m_mutex);
    m_journal.append(seen);
    if (m_instead) {
        std::optional<Reply> reply = m_instead(seen);
        if (std::exchange(m_hasNext, false))
            m_instead = std::exchange(m_next, {});
        if (reply)
            return *std::move(reply);
    }
    return seen.path == "/v2/translate" ? translate(seen.body) : keepGlossary(seen);
}

/// A sentence for each text, with a further one for each term of the glossary that is in it.
DeepLService::Reply DeepLService::translate(const QByteArray &body) const
{
    const Json json = Json::parse(body.begin(), body.end());
    const QString id = textIn(json, "glossary_id");
    if (!id.isEmpty() && !m_glossaries.contains(id))
        return message(400, "Glossary not found");
    Json translations = Json::array();
    for (const QString &text : English::textsOf(body)) {
        QString english = English().of(text);
        const QMap<QString, QString> entries = m_glossaries.value(id).entries;
        for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
            if (text.contains(entry.key()))
                english += QStringLiteral(" It has the %1.").arg(entry.value());
        }
        translations.push_back({{"text", english.toStdString()}, {"billed_characters", charactersOf(text)}});
    }
    return {200, QByteArray::fromStdString(Json{{"translations", translations}}.dump())};
}

DeepLService::Reply DeepLService::keepGlossary(const Seen &seen)
{
    if (seen.method == "GET") {
        Json list = Json::array();
        for (auto one = m_glossaries.begin(); one != m_glossaries.end(); ++one)
            list.push_back({{"glossary_id", one.key().toStdString()}, {"name", one->name.toStdString()}});
        return {200, QByteArray::fromStdString(Json{{"glossaries", list}}.dump())};
    }
    const Json json = Json::parse(seen.body.begin(), seen.body.end());
    if (seen.method == "POST") {
        const QString id = QStringLiteral("g-%1").arg(++m_last);
        Glossary &glossary = m_glossaries[id];
        glossary.name = textIn(json, "name");
        put(glossary.entries, json["dictionaries"][0]);
        return {201, QByteArray::fromStdString(Json{{"glossary_id", id.toStdString()}}.dump())};
    }
    const auto found = m_glossaries.find(seen.path.section('/', 3, 3));
    if (found == m_glossaries.end())
        return message(404, "Not found");
    if (seen.method == "PUT") {
        found->entries.clear();
        put(found->entries, json);
    } else {
        put(found->entries, json["dictionaries"][0]);
    }
    return {200, "{}"};
}

void DeepLService::setInstead(Instead instead)
{
    const std::lock_guard lock(m_mutex);
    m_instead = std::move(instead);
}

QList<DeepLService::Seen> DeepLService::journal() const
{
    const std::lock_guard lock(m_mutex);
    return m_journal;
}

QStringList DeepLService::glossaryRequests() const
{
    QStringList requests;
    for (const Seen &one : journal()) {
        if (one.path != "/v2/translate")
            requests.append(QString::fromLatin1(one.method) + ' ' + one.path);
    }
    return requests;
}

qsizetype DeepLService::translations() const
{
    return journal().size() - glossaryRequests().size();
}

QMap<QString, DeepLService::Glossary> DeepLService::glossaries() const
{
    const std::lock_guard lock(m_mutex);
    return m_glossaries;
}

void DeepLService::deleteGlossaries()
{
    const std::lock_guard lock(m_mutex);
    m_glossaries.clear();
}

TranslateRequest requestWith(const QList<Sentence> &sentences)
{
    QStringList sources;
    for (const Sentence &one : sentences)
        sources.append(one.source);
    TranslateRequest request = requestFor(sources);
    for (qsizetype i = 0; i < sentences.size(); ++i) {
        for (const TermPair &term : sentences.at(i).terms) {
            const qsizetype at = sources.at(i).indexOf(term.source);
            TermHit hit;
            hit.span = {at, at + term.source.size()};
            hit.target = term.target;
            hit.status = TermStatus::Preferred;
            request.segments[i].terms.append(hit);
        }
    }
    return request;
}

QStringList endsOf(const TranslateAnswer &answer)
{
    QStringList ends;
    for (const Translation &one : answer.translations)
        ends.append(one.error ? one.error->code : one.text);
    return ends;
}

QString sentence(int number, const QStringList &terms)
{
    QString text =
        QStringLiteral("Sentence number %1 is about the cooperation between the countries.").arg(number);
    for (const QString &term : terms)
        text += QStringLiteral(" It has the %1.").arg(term);
    return text;
}

std::unique_ptr<QTemporaryDir> folderInMemory()
{
    const QString memory = QStringLiteral("/dev/shm");
    return QFileInfo(memory).isWritable() ? std::make_unique<QTemporaryDir>(memory + "/verbale-XXXXXX")
                                          : std::make_unique<QTemporaryDir>();
}

} // namespace verbale::mt::test
