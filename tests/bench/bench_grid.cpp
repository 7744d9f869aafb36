// Opens a long document in the window, scrolls through it, types in it, and prints how long the event loop
// was away. usage: bench_grid [SEGMENTS]     (with QT_QPA_PLATFORM=offscreen, or on a display)

#include "session/open.h"
#include "workbench/editor_page.h"
#include "workbench/interface_language.h"
#include "workbench/main_window.h"
#include "workbench/questions.h"
#include "workbench/segment_grid.h"
#include "workbench/target_editor.h"
#include "workbench/theme.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTimer>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollBar>

#include <algorithm>
#include <cstdio>

using namespace verbale;
using namespace verbale::workbench;

namespace {

/// A timer without an interval: the time between two of its ticks is the time that the event loop was away.
class LoopProbe
{
public:
    LoopProbe()
    {
        m_timer.setInterval(0);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            m_gaps.append(static_cast<double>(m_clock.nsecsElapsed()) / 1e6);
            m_clock.restart();
        });
    }
    void begin()
    {
        m_gaps.clear();
        m_clock.start();
        m_timer.start();
    }
    void report(const char *what)
    {
        m_timer.stop();
        std::sort(m_gaps.begin(), m_gaps.end());
        const auto at = [this](double share) {
            return m_gaps.isEmpty() ? 0.0 : m_gaps[qRound(share * static_cast<double>(m_gaps.size() - 1))];
        };
        std::printf("%-34s ticks %6lld   p50 %6.2f ms   p99 %6.2f ms   longest %6.2f ms\n", what,
                    static_cast<long long>(m_gaps.size()), at(0.5), at(0.99), at(1));
    }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    QList<double> m_gaps;
};

void runLoop(int milliseconds)
{
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < milliseconds)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
}

QByteArray longText(int segments)
{
    const QByteArrayList sentences{
        "Hai bên nhất trí tăng cường hợp tác trong khuôn khổ ASEAN và Liên hợp quốc.",
        "Các đại biểu đánh giá cao vai trò của nước Chủ tịch trong việc thúc đẩy đối thoại, xây dựng lòng "
        "tin và duy "
        "trì hòa bình, ổn định ở khu vực, nhất là trong bối cảnh tình hình quốc tế có nhiều thay đổi.",
        "Bộ trưởng Ngoại giao đã gặp Đại sứ các nước đối tác bên lề cuộc họp."};
    QByteArray text;
    for (int i = 0; i < segments; ++i)
        text +=
            sentences[i % sentences.size()].chopped(1) + " lần thứ " + QByteArray::number(i + 1) + ".\n\n";
    return text;
}

void measure(MainWindow &window, const QString &path, int segments)
{
    LoopProbe probe;
    SegmentGrid *grid = window.editorPage()->grid();
    QElapsedTimer clock;
    bool painted = false;
    QObject::connect(&window.controller(), &DocumentController::opened, grid,
                     [&] { QTimer::singleShot(0, grid, [&] { painted = true; }); });
    probe.begin();
    clock.start();
    window.openFile(path, OpenMode::WholeFile);
    while (!painted)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    grid->viewport()->repaint();
    std::printf("%d segments, first screen after %lld ms\n", segments,
                static_cast<long long>(clock.elapsed()));
    probe.report("opening");

    QScrollBar *bar = grid->verticalScrollBar();
    probe.begin();
    for (int step = 0; step < 400; ++step) { // a wheel turned quickly
        bar->setValue(bar->value() + 120);
        runLoop(4);
    }
    probe.report("scrolling by 120 pixels");
    probe.begin();
    for (int step = 0; step <= 120; ++step) { // the scroll bar dragged from end to end
        bar->setValue(static_cast<int>(static_cast<qint64>(bar->maximum()) * (step * 37 % 121) / 120));
        runLoop(8);
    }
    probe.report("jumping with the scroll bar");
    probe.begin();
    grid->goTo(segments / 2, true);
    for (int step = 0; step < 200; ++step) {
        QKeyEvent key(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier,
                      step % 6 == 5 ? QStringLiteral(" ") : QStringLiteral("a"));
        QCoreApplication::sendEvent(grid->editor(), &key);
        runLoop(4);
    }
    probe.report("typing 200 letters");
    probe.begin();
    for (int step = 0; step < 30; ++step) {
        window.resize(1000 + step * 10, 700);
        runLoop(20);
    }
    probe.report("resizing the window");
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const int segments = argc > 1 ? std::atoi(argv[1]) : 10000;
    applyAppearance(application, QStringLiteral("light"));
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("long.txt"));
    QFile file(path);
    if (segments < 100 || !file.open(QIODevice::WriteOnly))
        return 2;
    file.write(longText(segments));
    file.close();
    WindowServices services;
    services.questions = std::make_unique<DialogQuestions>();
    MainWindow window(std::move(services));
    window.resize(1366, 768);
    window.show();
    runLoop(300);
    measure(window, path, segments);
    return 0;
}
