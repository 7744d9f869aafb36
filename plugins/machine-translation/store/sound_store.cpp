#include "plugins/machine-translation/store/sound_store.h"

#include <QtCore/QFile>

namespace verbale::mt {

namespace {

constexpr const char *damaged = "mt.store-damaged";

/// With what had not yet got from the log into the file, for whoever can still read it.
void setAside(const QString &path)
{
    for (const char *const part : {"", "-wal"}) {
        const QString place = path + QLatin1String(".damaged") + QLatin1String(part);
        QFile::remove(place);
        QFile::rename(path + QLatin1String(part), place);
    }
    QFile::remove(path + QLatin1String("-shm"));
}

Result<std::unique_ptr<sqlite::Database>> openRead(const QString &path, qint64 format, const char *schema)
{
    auto database = ledger::openStore(path, format, schema);
    if (!database)
        return database;
    sqlite::Statement check(**database, "PRAGMA quick_check(1)");
    const Result<bool> row = check.step();
    if (!row)
        return row.error();
    if (!*row || check.text(0) != QLatin1String("ok"))
        return Error{QLatin1String(damaged), QStringLiteral("This file is damaged."), {path}};
    return database;
}

} // namespace

Result<SoundStore> openSoundStore(const QString &path, qint64 format, const char *schema)
{
    auto database = openRead(path, format, schema);
    const bool wasDamaged = !database && database.error().code == QLatin1String(damaged);
    if (wasDamaged) {
        setAside(path);
        database = openRead(path, format, schema);
    }
    if (!database)
        return database.error();
    return SoundStore{*std::move(database), wasDamaged};
}

} // namespace verbale::mt
