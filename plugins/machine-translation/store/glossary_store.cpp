#include "plugins/machine-translation/store/glossary_store.h"

#include "plugins/machine-translation/store/sound_store.h"

namespace verbale::mt {

namespace {

constexpr qint64 glossaryFormat = 0x56424D47; // "VBMG"

constexpr const char *schema =
    "CREATE TABLE owner (name TEXT NOT NULL) STRICT;"
    "INSERT INTO owner VALUES (lower(hex(randomblob(6))));"
    "CREATE TABLE glossary (place BLOB PRIMARY KEY, id TEXT NOT NULL, unsure INTEGER NOT NULL)"
    " STRICT, WITHOUT ROWID;"
    "CREATE TABLE entry (place BLOB NOT NULL, number INTEGER NOT NULL, source TEXT NOT NULL,"
    " target TEXT NOT NULL, PRIMARY KEY (place, number)) STRICT, WITHOUT ROWID";

Result<QString> ownerIn(const sqlite::Database &database)
{
    sqlite::Statement query(database, "SELECT name FROM owner");
    const Result<bool> row = query.step();
    if (!row)
        return row.error();
    return *row ? query.text(0) : QString();
}

} // namespace

GlossaryStore::GlossaryStore(std::unique_ptr<sqlite::Database> database, QString owner)
    : m_database(std::move(database)), m_owner(std::move(owner))
{
}

Result<std::unique_ptr<GlossaryStore>> GlossaryStore::open(const QString &path)
{
    Result<SoundStore> store = openSoundStore(path, glossaryFormat, schema);
    if (!store)
        return store.error();
    const Result<QString> owner = ownerIn(*store->database);
    if (!owner)
        return owner.error();
    return std::unique_ptr<GlossaryStore>(new GlossaryStore(std::move(store->database), *owner));
}

Result<GlossaryState> GlossaryStore::find(const QByteArray &place) const
{
    sqlite::Transaction oneState(*m_database);
    if (const Result<void> begun = oneState.beginRead(); !begun)
        return begun.error();
    sqlite::Statement glossary(*m_database, "SELECT id, unsure FROM glossary WHERE place = ?");
    const Result<bool> known = glossary.bindBlob(1, place).step();
    if (!known)
        return known.error();
    GlossaryState state;
    if (!*known)
        return state;
    state.id = glossary.text(0);
    state.unsure = glossary.integer(1) != 0;
    sqlite::Statement entries(*m_database,
                              "SELECT source, target FROM entry WHERE place = ? ORDER BY number");
    entries.bindBlob(1, place);
    for (;;) {
        const Result<bool> row = entries.step();
        if (!row)
            return row.error();
        if (!*row)
            return state;
        state.entries.append({entries.text(0), entries.text(1)});
    }
}

Result<void> GlossaryStore::put(const QByteArray &place, const GlossaryState &state)
{
    sqlite::Transaction transaction(*m_database);
    if (const Result<void> begun = transaction.beginWrite(); !begun)
        return begun;
    for (const char *const sql :
         {"DELETE FROM glossary WHERE place = ?", "DELETE FROM entry WHERE place = ?"}) {
        if (const Result<void> gone = sqlite::Statement(*m_database, sql).bindBlob(1, place).run(); !gone)
            return gone;
    }
    sqlite::Statement glossary(*m_database, "INSERT INTO glossary VALUES (?, ?, ?)");
    glossary.bindBlob(1, place).bind(2, state.id).bind(3, qint64(state.unsure ? 1 : 0));
    if (const Result<void> written = glossary.run(); !written)
        return written;
    sqlite::Statement insert(*m_database, "INSERT INTO entry VALUES (?, ?, ?, ?)");
    for (qsizetype i = 0; i < state.entries.size(); ++i) {
        const TermPair &entry = state.entries.at(i);
        insert.bindBlob(1, place).bind(2, qint64(i)).bind(3, entry.source).bind(4, entry.target);
        if (const Result<void> written = insert.run(); !written)
            return written;
    }
    return transaction.commit();
}

} // namespace verbale::mt
