#include "support.h"
#include "typist.h"
#include "workbench/editor_page.h"
#include "workbench/safekeeping.h"
#include "workbench/segment_grid.h"
#include "workbench/target_editor.h"

#include <QtCore/QDateTime>
#include <QtCore/QFile>
#include <QtCore/QTimer>
#include <QtWidgets/QApplication>

#include <random>

#include <fcntl.h>
#include <unistd.h>

using namespace verbale;
using namespace verbale::workbench;

// A whole window in which somebody works without a pause, until the process is killed. After each step a line
// goes to a log: when, and a digest of the document as it then was.
// usage: journal_typist FILE STATE_FOLDER LOG SEED

namespace {

class Typist
{
public:
    Typist(MainWindow &window, int log, unsigned seed) : m_window(window), m_log(log), m_random(seed) {}

    void begin()
    {
        note();
        m_timer.callOnTimeout([this] { step(); });
        m_timer.start(8);
    }

private:
    int upTo(int limit) { return static_cast<int>(m_random() % static_cast<unsigned>(limit)); }

    void note() const
    {
        const QByteArray line = QByteArray::number(QDateTime::currentMSecsSinceEpoch()) + ' ' +
                                digestOf(m_window.controller().document()) + '\n';
        if (::write(m_log, line.constData(), static_cast<std::size_t>(line.size())) != line.size())
            ::_exit(3);
    }

    void step()
    {
        EditorPage &page = *m_window.editorPage();
        DocumentController &controller = m_window.controller();
        const int chance = upTo(1000);
        if (chance < 860) {
            page.grid()->startEditing();
            if (page.grid()->isEditing())
                typeLetters(page.grid()->editor(), QString(letters[upTo(static_cast<int>(letters.size()))]));
        } else if (chance < 900) {
            page.grid()->goTo(upTo(controller.rowCount()), true);
        } else if (chance < 930) {
            page.confirmAndGoOn();
        } else if (chance < 960) {
            page.undo();
        } else if (chance < 980) {
            page.redo();
        } else if (chance < 986) {
            static_cast<void>(controller.split(upTo(controller.rowCount()), 8, -1));
        } else if (chance < 992) {
            static_cast<void>(controller.mergeWithNext(upTo(controller.rowCount())));
        } else if (chance < 995) {
            static_cast<void>(controller.leaveOut(upTo(controller.rowCount())));
        } else if (chance < 997 && !controller.document().leftOut.isEmpty()) {
            static_cast<void>(controller.bringBack(0));
        } else if (chance >= 997) {
            m_window.save();
        }
        note();
    }

    inline static const QString letters = QStringLiteral("Hợp tác, đối thoại; ổn định ");
    MainWindow &m_window;
    int m_log;
    std::mt19937 m_random;
    QTimer m_timer;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() != 5)
        return 2;
    const int log =
        ::open(QFile::encodeName(arguments[3]).constData(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    SetAnswers::Record answers;
    WindowServices services = quietServices(answers);
    services.journals = session::JournalOptions{arguments[2], QStringLiteral("An"), false};
    MainWindow window(std::move(services));
    Typist typist(window, log, arguments[4].toUInt());
    QObject::connect(&window.controller(), &DocumentController::opened, &window,
                     [&typist] { QTimer::singleShot(0, [&typist] { typist.begin(); }); });
    QObject::connect(&window.controller(), &DocumentController::openFailed, &window,
                     [](const Error &) { ::_exit(4); });
    window.show();
    window.openFile(arguments[1]);
    return QApplication::exec();
}
