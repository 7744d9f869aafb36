#include "glossary/engine/store_records.h"

#include "glossary/engine/store_log.h"

#include <nlohmann/json.hpp>

namespace verbale::glossary {

using Json = nlohmann::json;

QByteArray confirmationImage(const QDateTime &moment, const QString &by)
{
    const Json object{{"confirmed", momentText(moment).toStdString()}, {"by", by.toStdString()}};
    return QByteArray::fromStdString(object.dump(-1, ' ', false, Json::error_handler_t::replace));
}

StoreRecords::StoreRecords(const Database &database)
    : m_database(database)
    , m_find(database, "SELECT confirmed, confirmed_by FROM records WHERE entry = ?1")
    , m_confirm(database, "INSERT INTO records (entry, confirmed, confirmed_by, uses, last_used) "
                          "VALUES (?1, ?2, ?3, 0, '') ON CONFLICT (entry) DO UPDATE "
                          "SET confirmed = ?2, confirmed_by = ?3")
    , m_use(database, "INSERT INTO records (entry, confirmed, confirmed_by, uses, last_used) "
                      "VALUES (?1, '', '', ?2, ?3) ON CONFLICT (entry) DO UPDATE "
                      "SET uses = uses + ?2, last_used = ?3")
    , m_rename(database, "UPDATE OR REPLACE records SET entry = ?2 WHERE entry = ?1")
{
}

Result<std::optional<QByteArray>> StoreRecords::confirmation(const QString &key)
{
    const Result<bool> row = m_find.bind(1, key).step();
    if (!row)
        return row.error();
    std::optional<QByteArray> image;
    if (*row && !m_find.text(0).isEmpty())
        image = confirmationImage(momentOf(m_find.text(0)), m_find.text(1));
    m_find.reset();
    return image;
}

Result<void> StoreRecords::setConfirmation(const QString &key, const std::optional<QByteArray> &image)
{
    const Json object = image ? Json::parse(image->begin(), image->end(), nullptr, false) : Json::object();
    const auto value = [&object](const char *name) {
        const auto found = object.is_object() ? object.find(name) : object.end();
        return found != object.end() && found->is_string() ? QString::fromStdString(found->get<std::string>())
                                                           : QString();
    };
    return m_confirm.bind(1, key).bind(2, value("confirmed")).bind(3, value("by")).run();
}

Result<void> StoreRecords::addUses(const QString &key, qint64 uses)
{
    return m_use.bind(1, key).bind(2, uses).bind(3, momentText(QDateTime::currentDateTimeUtc())).run();
}

Result<void> StoreRecords::rename(const QString &key, const QString &to)
{
    return m_rename.bind(1, key).bind(2, to).run();
}

Result<QHash<QString, EntryRecord>> StoreRecords::all() const
{
    Statement statement(m_database, "SELECT entry, confirmed, confirmed_by, uses, last_used FROM records");
    QHash<QString, EntryRecord> records;
    Result<bool> row = statement.step();
    for (; row && *row; row = statement.step())
        records.insert(statement.text(0), {momentOf(statement.text(1)), statement.text(2),
                                           statement.integer(3), momentOf(statement.text(4))});
    if (!row)
        return row.error();
    return records;
}

} // namespace verbale::glossary
