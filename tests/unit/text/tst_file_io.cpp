#include "text/file_io.h"

#include <QtTest>

#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace verbale;
using namespace verbale::text;

class FileIoTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void readsWhatIsThere();
    void readErrors_data();
    void readErrors();
    void noPermission();
    void tooLargeNamesTheSize();
    void exactlyTheLimit();
    void endlessInput();
    void standardInput();
    void writesNewAndOld();
    void keepsPermissions();
    void keepsLinks();
    void fullDiskLeavesTheOldFile_data();
    void fullDiskLeavesTheOldFile();
    void asksBeforeItReplaces();
    void fullDevice();
    void readOnlyFile();
    void readOnlyFolder();
    void keepsTheGroup();
    void anotherGroupMayNothing();
    void unwritableTargets_data();
    void unwritableTargets();
    void standardOutput();

private:
    [[nodiscard]] QString at(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QStringList listing() const
    {
        return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray get(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

/// Redirects a standard stream for a scope.
class Redirect
{
public:
    Redirect(int stream, const char *path, int flags) : m_stream(stream), m_saved(::dup(stream))
    {
        const int file = ::open(path, flags | O_CLOEXEC);
        ::dup2(file, stream);
        ::close(file);
    }
    ~Redirect()
    {
        ::dup2(m_saved, m_stream);
        ::close(m_saved);
    }
    Q_DISABLE_COPY_MOVE(Redirect)

private:
    int m_stream;
    int m_saved;
};

} // namespace

void FileIoTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void FileIoTest::readsWhatIsThere()
{
    const QByteArray bytes("một\0hai\r\n", 10);
    put(at(QStringLiteral("a b.txt")), bytes);
    const Result<QByteArray> read = readFile(at(QStringLiteral("a b.txt")));
    QVERIFY(read.ok());
    QCOMPARE(*read, bytes);
    put(at(QStringLiteral("empty")), {});
    const Result<QByteArray> empty = readFile(at(QStringLiteral("empty")));
    QVERIFY(empty.ok() && empty->isEmpty());
    QVERIFY(readFile(QStringLiteral("/proc/self/status")).ok()); // says that it has no bytes, and has some
}

void FileIoTest::readErrors_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("code");
    QTest::newRow("missing") << QStringLiteral("none.txt") << QStringLiteral("file.missing");
    QTest::newRow("missing folder") << QStringLiteral("none/none.txt") << QStringLiteral("file.missing");
    QTest::newRow("folder") << QStringLiteral("folder") << QStringLiteral("file.is-directory");
    QTest::newRow("dangling link") << QStringLiteral("link") << QStringLiteral("file.missing");
}

void FileIoTest::readErrors()
{
    QFETCH(QString, name);
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("folder")));
    QVERIFY(QFile::link(at(QStringLiteral("gone")), at(QStringLiteral("link"))));
    const Result<QByteArray> read = readFile(at(name));
    QVERIFY(!read.ok());
    QTEST(read.error().code, "code");
    QVERIFY(read.error().text().startsWith(at(name) + QLatin1String(": ")));
    QCOMPARE(readFile(QString()).error().code, QStringLiteral("file.missing"));
}

void FileIoTest::noPermission()
{
    if (::geteuid() == 0)
        QSKIP("root may read every file");
    put(at(QStringLiteral("secret")), "x");
    QVERIFY(QFile::setPermissions(at(QStringLiteral("secret")), {}));
    QCOMPARE(readFile(at(QStringLiteral("secret"))).error().code, QStringLiteral("file.no-permission"));
}

void FileIoTest::tooLargeNamesTheSize()
{
    put(at(QStringLiteral("big")), QByteArray(3 * 1024 * 1024, 'x'));
    const Result<QByteArray> read = readFile(at(QStringLiteral("big")), 1024 * 1024);
    QVERIFY(!read.ok());
    QCOMPARE(read.error().code, QStringLiteral("file.too-large"));
    QVERIFY(read.error().message.contains(QStringLiteral("3.0 MiB (3145728 bytes)")));
    QVERIFY(read.error().message.contains(QStringLiteral("limit is 1.0 MiB")));
}

void FileIoTest::exactlyTheLimit()
{
    put(at(QStringLiteral("f")), QByteArray(100, 'x'));
    QVERIFY(readFile(at(QStringLiteral("f")), 100).ok());
    QCOMPARE(readFile(at(QStringLiteral("f")), 99).error().code, QStringLiteral("file.too-large"));
}

void FileIoTest::endlessInput()
{
    QCOMPARE(readFile(QStringLiteral("/dev/zero"), 5000).error().code, QStringLiteral("file.too-large"));
}

void FileIoTest::standardInput()
{
    put(at(QStringLiteral("in")), "đầu vào");
    const Redirect redirect(STDIN_FILENO, qPrintable(at(QStringLiteral("in"))), O_RDONLY);
    const Result<QByteArray> read = readFile(QStringLiteral("-"));
    QVERIFY(read.ok());
    QCOMPARE(*read, QByteArray("đầu vào"));
}

void FileIoTest::writesNewAndOld()
{
    const QString path = at(QStringLiteral("out.xlf"));
    QVERIFY(writeFileAtomically(path, "one").ok());
    QCOMPARE(get(path), QByteArray("one"));
    QVERIFY(writeFileAtomically(path, "two, longer").ok());
    QCOMPARE(get(path), QByteArray("two, longer"));
    QVERIFY(writeFileAtomically(path, QByteArray()).ok());
    QCOMPARE(get(path), QByteArray());
    QCOMPARE(listing(), QStringList{QStringLiteral("out.xlf")});
}

void FileIoTest::keepsPermissions()
{
    const QString path = at(QStringLiteral("private"));
    put(path, "x");
    QCOMPARE(::chmod(qPrintable(path), 0640), 0);
    QVERIFY(writeFileAtomically(path, "y").ok());
    struct stat status = {};
    QCOMPARE(::stat(qPrintable(path), &status), 0);
    QCOMPARE(status.st_mode & 0777U, 0640U);
}

void FileIoTest::keepsLinks()
{
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("elsewhere")));
    put(at(QStringLiteral("elsewhere/target")), "old");
    QVERIFY(QFile::link(QStringLiteral("elsewhere/target"), at(QStringLiteral("link"))));
    QVERIFY(writeFileAtomically(at(QStringLiteral("link")), "new").ok());
    QVERIFY(QFileInfo(at(QStringLiteral("link"))).isSymLink());
    QCOMPARE(get(at(QStringLiteral("elsewhere/target"))), QByteArray("new"));
}

void FileIoTest::fullDiskLeavesTheOldFile_data()
{
    QTest::addColumn<int>("room");
    QTest::addColumn<int>("size");
    QTest::newRow("in the middle") << 4096 << 100'000;
    // What is left in the buffer is written with the last step; that may take a part of it and not say why.
    QTest::newRow("for the last bytes") << 100 << 200;
}

/// A limit on the size of files stands in for the full disk.
void FileIoTest::fullDiskLeavesTheOldFile()
{
    QFETCH(int, room);
    QFETCH(int, size);
    const QString path = at(QStringLiteral("kept"));
    put(path, "the old text");
    rlimit old = {};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &old), 0);
    const auto oldHandler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small = {static_cast<rlim_t>(room), old.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const Result<void> written = writeFileAtomically(path, QByteArray(size, 'x'));
    ::setrlimit(RLIMIT_FSIZE, &old);
    std::signal(SIGXFSZ, oldHandler);
    QVERIFY(!written.ok());
    QCOMPARE(written.error().code, QStringLiteral("file.write-failed"));
    QVERIFY2(!written.error().message.contains(QLatin1String("Unknown")),
             qPrintable(written.error().message));
    QCOMPARE(get(path), QByteArray("the old text"));
    QCOMPARE(listing(), QStringList{QStringLiteral("kept")});
}

void FileIoTest::asksBeforeItReplaces()
{
    const QString path = at(QStringLiteral("asked"));
    put(path, "old");
    const auto write = [](QIODevice &device) -> Result<void> {
        return device.write("new") == 3 ? Result<void>() : Error{};
    };
    QByteArray there;
    bool may = false;
    QFileDevice::FileError error = QFileDevice::WriteError;
    const auto mayReplace = [&](const QFileDevice &written) -> Result<void> {
        there = get(path);
        error = written.error();
        return may ? Result<void>() : Error{QStringLiteral("test.no"), QStringLiteral("No.")};
    };
    QCOMPARE(writeFileAtomically(path, write, mayReplace).error().code, QStringLiteral("test.no"));
    QCOMPARE(there, QByteArray("old"));
    QCOMPARE(error, QFileDevice::NoError);
    QCOMPARE(get(path), QByteArray("old"));
    QCOMPARE(listing(), QStringList{QStringLiteral("asked")});
    may = true;
    QVERIFY(writeFileAtomically(path, write, mayReplace).ok());
    QCOMPARE(there, QByteArray("old"));
    QCOMPARE(get(path), QByteArray("new"));
}

void FileIoTest::fullDevice()
{
    if (!QFileInfo::exists(QStringLiteral("/dev/full")))
        QSKIP("there is no /dev/full");
    QCOMPARE(writeFileAtomically(QStringLiteral("/dev/full"), "x").error().code,
             QStringLiteral("file.write-failed"));
    struct stat status = {};
    QCOMPARE(::stat("/dev/full", &status), 0);
    QVERIFY(S_ISCHR(status.st_mode)); // still the device, not a file in its place
    QVERIFY(writeFileAtomically(QStringLiteral("/dev/null"), "x").ok());
}

void FileIoTest::readOnlyFile()
{
    if (::geteuid() == 0)
        QSKIP("root may write every file");
    const QString path = at(QStringLiteral("fixed"));
    put(path, "x");
    QVERIFY(QFile::setPermissions(path, QFileDevice::ReadOwner));
    QCOMPARE(writeFileAtomically(path, "y").error().code, QStringLiteral("file.no-permission"));
    QCOMPARE(get(path), QByteArray("x"));
}

void FileIoTest::readOnlyFolder()
{
    // Root may write everywhere, so the writing is done by nobody.
    const bool root = ::geteuid() == 0;
    constexpr uid_t nobody = 65534;
    QCOMPARE(::chmod(qPrintable(m_folder->path()), 0755), 0);
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("fixed")));
    const QString path = at(QStringLiteral("fixed/kept"));
    put(path, "the old text");
    QCOMPARE(::chmod(qPrintable(path), 0666), 0);
    QCOMPARE(::chmod(qPrintable(at(QStringLiteral("fixed"))), 0555), 0);
    if (root)
        QCOMPARE(::seteuid(nobody), 0);
    const Result<void> written = writeFileAtomically(path, "the new text");
    const Result<void> added = writeFileAtomically(at(QStringLiteral("fixed/new")), "x");
    if (root)
        QCOMPARE(::seteuid(0), 0);
    ::chmod(qPrintable(at(QStringLiteral("fixed"))), 0755);
    QVERIFY(!written.ok() && !added.ok());
    QCOMPARE(written.error().code, QStringLiteral("file.write-failed"));
    QVERIFY(written.error().message.contains(QStringLiteral("choose another folder")));
    QCOMPARE(get(path), QByteArray("the old text"));
}

void FileIoTest::keepsTheGroup()
{
    constexpr gid_t other = 4242;
    const QString path = at(QStringLiteral("shared"));
    put(path, "x");
    if (::chown(qPrintable(path), static_cast<uid_t>(-1), other) != 0)
        QSKIP("only root may give a file to any group");
    QCOMPARE(::chmod(qPrintable(path), 0664), 0);
    QVERIFY(writeFileAtomically(path, "y").ok());
    struct stat status = {};
    QCOMPARE(::stat(qPrintable(path), &status), 0);
    QCOMPARE(status.st_gid, other);
    QCOMPARE(status.st_mode & 0777U, 0664U);
    QCOMPARE(get(path), QByteArray("y"));
}

/// What the group of the file may do is not for the group of whoever saves it.
void FileIoTest::anotherGroupMayNothing()
{
    constexpr uid_t nobody = 65534;
    const QString folder = at(QStringLiteral("shared"));
    QVERIFY(QDir().mkdir(folder));
    const QString path = folder + QStringLiteral("/file");
    put(path, "x");
    if (::chown(qPrintable(path), nobody, 4242) != 0)
        QSKIP("only root may give a file to any group");
    QCOMPARE(::chmod(qPrintable(path), 0664), 0);
    QCOMPARE(::chmod(qPrintable(m_folder->path()), 0755), 0);
    QCOMPARE(::chown(qPrintable(folder), nobody, static_cast<gid_t>(-1)), 0);
    QCOMPARE(::seteuid(nobody), 0);
    const Result<void> written = writeFileAtomically(path, "y");
    QCOMPARE(::seteuid(0), 0);
    QVERIFY2(written.ok(), written ? "" : qPrintable(written.error().message));
    struct stat status = {};
    QCOMPARE(::stat(qPrintable(path), &status), 0);
    QVERIFY(status.st_gid != 4242);
    QCOMPARE(status.st_mode & 0777U, 0604U);
    QCOMPARE(get(path), QByteArray("y"));
}

void FileIoTest::unwritableTargets_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("folder") << QStringLiteral("folder");
    QTest::newRow("no such folder") << QStringLiteral("none/x");
    QTest::newRow("below a file") << QStringLiteral("file/x");
    QTest::newRow("name too long") << QString(300, u'x');
}

void FileIoTest::unwritableTargets()
{
    QFETCH(QString, name);
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("folder")));
    put(at(QStringLiteral("file")), "x");
    const Result<void> written = writeFileAtomically(at(name), "y");
    QVERIFY(!written.ok());
    QCOMPARE(written.error().code, QStringLiteral("file.write-failed"));
    QCOMPARE(listing().size(), 2);
    QCOMPARE(writeFileAtomically(QString(), "y").error().code, QStringLiteral("file.write-failed"));
}

void FileIoTest::standardOutput()
{
    put(at(QStringLiteral("out")), {});
    std::fflush(stdout);
    {
        const Redirect redirect(STDOUT_FILENO, qPrintable(at(QStringLiteral("out"))), O_WRONLY);
        QVERIFY(writeFileAtomically(QStringLiteral("-"), "ra\n").ok());
    }
    QCOMPARE(get(at(QStringLiteral("out"))), QByteArray("ra\n"));
    if (!QFileInfo::exists(QStringLiteral("/dev/full")))
        return;
    const Redirect redirect(STDOUT_FILENO, "/dev/full", O_WRONLY);
    const Result<void> written = writeFileAtomically(QStringLiteral("-"), "ra\n");
    std::clearerr(stdout);
    QVERIFY(!written.ok());
    QCOMPARE(written.error().code, QStringLiteral("file.write-failed"));
}

QTEST_APPLESS_MAIN(FileIoTest)
#include "tst_file_io.moc"
