#include "kept_document.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

namespace verbale::workbench {

void setTarget(Segment &segment, const QString &text)
{
    segment.target = plain(text);
    segment.hasTarget = true;
    segment.revision = 1;
}

bool waitForNews(const MessageBar *bar, const QString &part)
{
    return QTest::qWaitFor([&] { return bar->text().contains(part); }, 10'000);
}

void KeptDocument::begin()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("in")));
    m_file = m_folder->filePath(QStringLiteral("in/thu.xlf"));
    session::OpenedDocument made = madeDocument(4);
    setTarget(made.document.units[2].segments[0], QStringLiteral("as it was"));
    made.document.units[3].segments[0].source = plain(QStringLiteral("Câu này không giống câu nào khác."));
    QVERIFY(session::saveDocument(made.document, m_file).ok());
}

void KeptDocument::writeFile(const std::function<void(Document &)> &edit)
{
    Result<session::OpenedDocument> opened = session::openDocument(m_file);
    QVERIFY(opened.ok());
    edit(opened->document);
    QTest::qWait(20); // so that the time of the file differs
    QVERIFY(session::saveDocument(opened->document, m_file).ok());
}

std::unique_ptr<KeptDocument::Opened> KeptDocument::open(OpenMode mode)
{
    auto opened = std::make_unique<Opened>();
    opened->answers.unsaved = Questions::Unsaved::Discard;
    WindowServices services = quietServices(opened->answers);
    services.journals = session::JournalOptions{state(), QStringLiteral("An"), false};
    opened->window = std::make_unique<MainWindow>(std::move(services));
    opened->window->show();
    QSignalSpy spy(&opened->controller(), &DocumentController::opened);
    opened->window->openFile(m_file, mode);
    if (!QTest::qWaitFor([&spy] { return !spy.isEmpty(); }, 10'000))
        return nullptr;
    return opened;
}

std::unique_ptr<KeptDocument::Opened> KeptDocument::openWithConflict()
{
    auto opened = open();
    if (!opened)
        return nullptr;
    opened->controller().type(2, plain(QStringLiteral("ours")));
    writeFile([](Document &document) { setTarget(document.units[2].segments[0], QStringLiteral("theirs")); });
    return waitForNews(opened->safe().news(), QStringLiteral("two edits")) ? std::move(opened) : nullptr;
}

} // namespace verbale::workbench
