#include "workbench/engine_access.h"

#include "workbench/engine_words.h"
#include "workbench/fact_list.h"
#include "workbench/later.h"
#include "workbench/machine_words.h"
#include "workbench/theme.h"

#include <QtCore/QEvent>
#include <QtCore/QLocale>
#include <QtCore/QTimer>
#include <QtGui/QFontDatabase>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

namespace verbale::workbench {

namespace {

using session::EngineType;
using session::KeyPlace;

QString secondsText(std::chrono::milliseconds time)
{
    return QLocale().toString(static_cast<double>(time.count()) / 1000, 'f', 2);
}

} // namespace

EngineKeyBox::EngineKeyBox(session::KeyStore &keys, QWidget *parent)
    : QWidget(parent)
    , m_keys(keys)
    , m_state(makeText(this))
    , m_field(new QLineEdit(this))
    , m_remove(new QPushButton(tr("Remove the &key"), this))
{
    m_field->setEchoMode(QLineEdit::Password);
    m_field->setAccessibleName(tr("New key"));
    m_remove->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(m_field, 1);
    row->addWidget(m_remove);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_state);
    layout->addLayout(row);
    connect(m_field, &QLineEdit::textChanged, this, &EngineKeyBox::edited);
    connect(m_remove, &QPushButton::clicked, this, &EngineKeyBox::removeRequested);
}

void EngineKeyBox::show(const session::EngineSetup &setup, const QString &storedAs, bool pending)
{
    m_setup = setup;
    m_storedAs = storedAs;
    m_pending = pending;
    const QSignalBlocker quiet(m_field);
    m_field->clear();
    look();
}

void EngineKeyBox::look()
{
    m_found = {};
    const int question = ++m_asked;
    const EngineType *type = session::engineType(m_setup.type);
    m_waiting = type != nullptr && type->key != EngineType::KeyUse::None && !m_storedAs.isEmpty();
    tell();
    if (!m_waiting)
        return;
    whenDone(this, m_keys.find(m_storedAs), [this, question](const session::FoundKey &found) {
        if (question != m_asked)
            return;
        m_waiting = false;
        m_found = found;
        tell();
        emit looked();
    });
}

void EngineKeyBox::tell()
{
    const EngineType *type = session::engineType(m_setup.type);
    const bool takesKey = type == nullptr || type->key != EngineType::KeyUse::None;
    QString text;
    if (!takesKey)
        text = tr("An engine of this kind takes no key.");
    else if (m_waiting)
        text = tr("Asking the system's keyring… It may be waiting for its password.");
    else if (m_storedAs.isEmpty())
        text = type->key == EngineType::KeyUse::Needed
                   ? tr("There is no key yet.")
                   : tr("There is no key. A server of your own may need none.");
    else
        text = keyStateText(m_found, m_storedAs);
    if (takesKey && !m_waiting && !m_found.problem.isEmpty())
        text += u' ' + keyProblemText(m_keys, m_found.problem);
    if (m_pending)
        text = tr("A new key was typed; it is kept when you save.");
    m_state->setText(text);
    m_field->setVisible(takesKey);
    m_field->setPlaceholderText(m_found.place == KeyPlace::Nowhere
                                    ? tr("The key; it is kept when you save")
                                    : tr("Another key in its place; it is kept when you save"));
    m_remove->setVisible(m_found.place == KeyPlace::Keyring || m_found.place == KeyPlace::Session);
}

session::Key EngineKeyBox::typed() const
{
    return session::Key(m_field->text());
}

session::Key EngineKeyBox::takeTyped()
{
    const QSignalBlocker quiet(m_field);
    QString text = m_field->text();
    m_field->clear();
    return session::Key(std::move(text));
}

bool EngineKeyBox::hasTyped() const
{
    return !m_field->text().trimmed().isEmpty();
}

QString EngineKeyBox::state() const
{
    return m_state->text();
}

ConnectionBox::ConnectionBox(std::function<session::ConnectionTest()> make, QWidget *parent)
    : QWidget(parent)
    , m_make(std::move(make))
    , m_begin(new QPushButton(tr("&Test connection…"), this))
    , m_progress(new QProgressBar(this))
    , m_text(makeText(this))
    , m_request(new QPlainTextEdit(this))
    , m_send(new QPushButton(tr("Sen&d it"), this))
    , m_leave(new QPushButton(this))
{
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setMaximumWidth(fontMetrics().averageCharWidth() * 30);
    m_request->setReadOnly(true);
    m_request->setTabChangesFocus(true);
    m_request->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_request->setFixedHeight(fontMetrics().lineSpacing() * 7);
    m_request->setAccessibleName(tr("What would be sent"));
    for (QPushButton *button : {m_begin, m_send, m_leave})
        button->setAutoDefault(false);
    auto *first = new QHBoxLayout;
    first->setSpacing(10);
    first->addWidget(m_begin);
    first->addWidget(m_progress);
    first->addStretch(1);
    auto *second = new QHBoxLayout;
    second->setSpacing(6);
    second->addWidget(m_send);
    second->addWidget(m_leave);
    second->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(first);
    layout->addWidget(m_text);
    layout->addWidget(m_request);
    layout->addLayout(second);
    connect(m_begin, &QPushButton::clicked, this, &ConnectionBox::ask);
    connect(m_send, &QPushButton::clicked, this, &ConnectionBox::sendIt);
    connect(m_leave, &QPushButton::clicked, this, &ConnectionBox::leaveIt);
    reset();
}

ConnectionBox::~ConnectionBox()
{
    m_stop.request_stop();
}

void ConnectionBox::reset()
{
    m_stop.request_stop();
    ++m_turn;
    setBusy(false);
    m_request->hide();
    m_send->hide();
    m_leave->hide();
    say(tr("Asks the engine for one sentence, “Xin chào, đây là lần thử số …”, and says first what exactly "
           "goes where."));
}

void ConnectionBox::setAvailable(bool available)
{
    m_available = available;
    m_begin->setEnabled(available && !m_busy);
}

void ConnectionBox::setBusy(bool busy, const QString &what)
{
    m_busy = busy;
    m_isSending = m_isSending && busy;
    m_progress->setVisible(busy);
    m_begin->setEnabled(m_available && !busy);
    m_leave->setText(busy ? tr("Cancel") : tr("Do not send"));
    m_leave->setVisible(busy);
    if (busy)
        say(what);
}

void ConnectionBox::ask()
{
    m_stop = StopSource();
    const int turn = ++m_turn;
    m_test = m_make();
    m_request->hide();
    m_send->hide();
    setBusy(true, tr("Looking what would be sent…"));
    whenDone(this, runLater([test = m_test, stop = m_stop.get_token()] {
                 return session::previewConnection(test, stop);
             }),
             [this, turn](const Result<TranslatePreview> &preview) {
                 if (turn == m_turn)
                     showRequest(preview);
             });
}

void ConnectionBox::showRequest(const Result<TranslatePreview> &preview)
{
    setBusy(false);
    if (!preview) {
        showAnswer(preview.error());
        return;
    }
    QStringList bodies;
    for (const OutgoingRequest &request : preview->requests)
        bodies.append(request.url + u'\n' + request.body);
    m_request->setPlainText(bodies.join(QLatin1String("\n\n")));
    m_request->setVisible(!bodies.isEmpty());
    m_send->show();
    m_leave->show();
    QString text = tr("This goes to %1, with the key if there is one, and is written down in the ledger; %2 "
                      "characters count.")
                       .arg(preview->host, QLocale().toString(preview->characters));
    for (const QString &warning : preview->warnings)
        text += u' ' + remarkText(warning);
    say(text);
    m_leave->setFocus(); // a key that is pressed unawares sends nothing
    QTimer::singleShot(0, this, &ConnectionBox::comeIntoView);
}

/// What has to be decided stands at the end of a long page; it is laid out by now.
void ConnectionBox::comeIntoView()
{
    for (QWidget *around = parentWidget(); around != nullptr; around = around->parentWidget()) {
        if (auto *const area = qobject_cast<QScrollArea *>(around)) {
            area->ensureWidgetVisible(m_send);
            return;
        }
    }
}

void ConnectionBox::sendIt()
{
    const int turn = ++m_turn;
    m_isSending = true;
    m_send->hide();
    setBusy(true, tr("Waiting for the answer…"));
    m_leave->setFocus();
    whenDone(this, runLater([test = m_test, stop = m_stop.get_token()] {
                 return session::tryConnection(test, stop);
             }),
             [this, turn](const Result<session::ConnectionAnswer> &answer) {
                 if (turn == m_turn)
                     showAnswer(answer);
             });
}

/// Whether the sentence had left is known when the plugin has said so, a moment later.
void ConnectionBox::leaveIt()
{
    const bool wasSending = m_isSending;
    const int turn = m_turn;
    m_stop.request_stop();
    reset();
    m_begin->setFocus();
    if (!wasSending)
        return;
    m_turn = turn; // its answer is wanted
    say(tr("Cancelled."));
}

/// Empty: it was not cancelled.
QString ConnectionBox::cancelText(const Error &error)
{
    if (error.code == QLatin1String("queue.cancelled-sent") ||
        error.code == QLatin1String("plugins.not-answering"))
        return tr("Cancelled. The sentence may have left by then and may be charged; what left this machine "
                  "has it then.");
    if (error.code == QLatin1String("queue.cancelled") || error.code == QLatin1String("mt.cancelled") ||
        error.code == QLatin1String("plugins.cancelled"))
        return tr("Cancelled before the sentence was sent.");
    return {};
}

void ConnectionBox::showAnswer(const Result<session::ConnectionAnswer> &answer)
{
    const bool hadFocus = m_leave->hasFocus() || m_send->hasFocus();
    setBusy(false);
    m_test = {}; // with its key
    m_request->hide();
    m_send->hide();
    if (hadFocus)
        m_begin->setFocus();
    if (const QString cancelled = answer ? QString() : cancelText(answer.error()); !cancelled.isEmpty()) {
        say(cancelled);
    } else if (!answer) {
        say(tr("%1. %2").arg(troubleHeadline(answer.error()), answer.error().text()), Mood::Bad);
    } else {
        QString text = tr("It works: %1 answered in %2 s with “%3”.")
                           .arg(answer->engineName, secondsText(answer->took), answer->text);
        for (const QString &remark : answer->remarks)
            text += u' ' + remarkText(remark);
        say(text, Mood::Good);
    }
    emit answered();
}

void ConnectionBox::say(const QString &text, Mood mood)
{
    m_mood = mood;
    m_text->setText(text);
    colour();
}

QString ConnectionBox::text() const
{
    return m_text->text();
}

QString ConnectionBox::request() const
{
    return m_request->isHidden() ? QString() : m_request->toPlainText();
}

void ConnectionBox::colour()
{
    QPalette palette = QApplication::palette();
    const Colours &colours = coloursOf(palette);
    palette.setColor(QPalette::WindowText, m_mood == Mood::Good  ? colours.preferred
                                           : m_mood == Mood::Bad ? colours.forbidden
                                                                 : colours.quietText);
    m_text->setPalette(palette);
}

void ConnectionBox::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        colour();
}

} // namespace verbale::workbench
