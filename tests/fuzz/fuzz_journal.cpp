#include "document/apply_changes.h"
#include "document/journal.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

using namespace verbale;

namespace {

void require(bool holds, const char *promise)
{
    if (holds)
        return;
    std::fprintf(stderr, "broken promise: %s\n", promise);
    std::abort();
}

void openAsJournal(const QByteArray &bytes)
{
    static const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("journal"));
    for (const char *suffix : {"", "-wal", "-shm"})
        QFile::remove(path + QLatin1String(suffix));
    QFile file(path);
    require(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size(), "the file can be written");
    file.close();
    const Result<std::unique_ptr<Journal>> journal = Journal::open(path);
    if (!journal) {
        require(!journal.error().code.isEmpty() && !journal.error().message.isEmpty(),
                "errors say what is wrong");
        salvageJournal(path);
        return;
    }
    static_cast<void>((*journal)->unsaved());
    static_cast<void>((*journal)->unplaced());
    static_cast<void>((*journal)->base());
    static_cast<void>(
        (*journal)->history({QStringLiteral("f1"), QStringLiteral("u1"), QStringLiteral("s1")}));
}

} // namespace

/// The first byte says what the others are: a row's content, or a whole journal. Whatever they are, reading
/// ends; what is taken for a change can be written again, folded and applied.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (bytes.isEmpty())
        return 0;
    const QByteArray content = bytes.mid(1);
    if (bytes[0] == 'J') {
        openAsJournal(content);
        return 0;
    }
    NetChanges changes;
    const SegmentAddress where{QStringLiteral("f1"), QStringLiteral("u1"), QStringLiteral("s1")};
    if (const auto target = decodeTarget(content, where)) {
        require(decodeTarget(encodeTarget(*target), where).has_value(), "what is written is read back");
        changes.add({1, {}, {}, false, *target});
    }
    if (const auto structure = decodeStructure(content)) {
        require(decodeStructure(encodeStructure(*structure)).has_value(), "what is written is read back");
        changes.add({2, {}, {}, false, *structure});
    }
    Document document;
    document.units.append(Unit());
    document.units[0].id = QStringLiteral("u1");
    document.units[0].segments.append(Segment());
    document.units[0].segments[0].id = QStringLiteral("s1");
    for (const bool sameFile : {true, false}) {
        const AppliedChanges applied = applyChanges(document, changes, sameFile);
        Document copy = document;
        EditHistory history;
        history.apply(copy, applied.edit);
        history.undo(copy);
        require(copy.units.size() == document.units.size(), "restoring can be undone");
    }
    return 0;
}
