//! Real web servers, each with the press's own settings and as few others as it starts with.

use std::{
    env, fs,
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use super::press_site::PressedSite;

/// How long a server may take to start, on a machine that has much to do.
const PATIENCE: Duration = Duration::from_secs(30);

/// A server of this test's own; it ends with the test.
pub struct Server {
    pub port: u16,
    child: Child,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Server {
    /// nginx, with `hosts/nginx.conf` in its http part.
    pub fn nginx(site: &PressedSite) -> Option<Self> {
        let program = installed("nginx")?;
        let port = free_port();
        let ours = settings(
            site,
            "hosts/nginx.conf",
            &[
                ("listen 80;", &format!("listen 127.0.0.1:{port};")),
                ("listen [::]:80;", ""),
                ("root /srv/site;", &format!("root \"{}\";", site.root.display())),
            ],
        );
        let room = site.room.display();
        let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map(|kind| format!("{kind}_temp_path \"{room}/{kind}\";\n"))
            .concat();
        // One process, so that ending it ends all of the server. `gzip on` is what many machines have.
        let all = format!(
            "daemon off;\nmaster_process off;\npid \"{room}/pid\";\nerror_log stderr warn;\nevents {{}}\n\
             http {{\ntypes {{ image/png png; }}\ndefault_type application/octet-stream;\ngzip on;\n\
             access_log off;\n{temporary}{ours}\n}}\n"
        );
        let file = write(site, "nginx.conf", &all);
        let mut command = Command::new(program);
        command.arg("-c").arg(file).arg("-p").arg(&site.room);
        Some(Self::start(command, port, site))
    }

    /// Caddy, with `hosts/Caddyfile`.
    pub fn caddy(site: &PressedSite) -> Option<Self> {
        let program = installed("caddy")?;
        let port = free_port();
        let ours = settings(
            site,
            "hosts/Caddyfile",
            &[
                ("news.example {", &format!("http://127.0.0.1:{port} {{\n\tbind 127.0.0.1")),
                ("root * /srv/site", &format!("root * \"{}\"", site.root.display())),
            ],
        );
        let all = format!("{{\n\tadmin off\n\tauto_https off\n}}\n{ours}");
        let file = write(site, "Caddyfile", &all);
        let mut command = Command::new(program);
        command.args(["run", "--adapter", "caddyfile", "--config"]).arg(file);
        command.env("XDG_DATA_HOME", &site.room).env("XDG_CONFIG_HOME", &site.room).env("HOME", &site.room);
        Some(Self::start(command, port, site))
    }

    /// Apache, with `.htaccess` where it lies, and with what Debian's own settings say of the endings in question.
    pub fn apache(site: &PressedSite) -> Option<Self> {
        let program = installed("apache2")?;
        let modules = Path::new("/usr/lib/apache2/modules");
        if !modules.is_dir() {
            eprintln!("skipped: apache2 is installed, its modules are not where Debian has them");
            return None;
        }
        let port = free_port();
        let loads: String =
            ["mpm_event", "authz_core", "dir", "mime", "headers", "filter", "deflate", "rewrite", "setenvif"]
                .map(|name| format!("LoadModule {name}_module {}/mod_{name}.so\n", modules.display()))
                .concat();
        let (room, root) = (site.room.display(), site.root.display());
        // It does not serve as root.
        let user = if is_root() { "User www-data\nGroup www-data\n" } else { "" };
        let all = format!(
            "ServerRoot \"{room}\"\nServerName 127.0.0.1\nListen 127.0.0.1:{port}\n{loads}{user}\
             PidFile \"{room}/pid\"\nDefaultRuntimeDir \"{room}\"\nErrorLog \"{room}/error.log\"\n\
             TypesConfig /etc/mime.types\nAddType application/x-gzip .gz .tgz\nAddLanguage br .br\n\
             DocumentRoot \"{root}\"\n<Directory \"{root}\">\n\
             AllowOverride FileInfo Indexes\nOptions FollowSymLinks\nRequire all granted\n</Directory>\n"
        );
        let file = write(site, "apache.conf", &all);
        let mut command = Command::new(program);
        // One process, so that ending it ends all of the server.
        command.arg("-X").arg("-f").arg(file);
        Some(Self::start(command, port, site))
    }

    /// Starts a server and waits until it listens.
    fn start(mut command: Command, port: u16, site: &PressedSite) -> Self {
        let log = fs::File::create(site.room.join("server.log")).expect("a file can be made");
        let child =
            command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(log).spawn().expect("it starts");
        let mut server = Self { port, child };
        let started = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let ended = server.child.try_wait().expect("a state");
            if ended.is_some() || started.elapsed() > PATIENCE {
                let said = ["server.log", "error.log"].map(|log| fs::read_to_string(site.room.join(log)));
                panic!("the server did not start: {said:?}");
            }
            thread::sleep(Duration::from_millis(20));
        }
        server
    }
}

/// A shipped file with the places changed that an operator changes; each must be there.
fn settings(site: &PressedSite, file: &str, changes: &[(&str, &str)]) -> String {
    let mut text = fs::read_to_string(site.site.join(file)).expect("the press wrote it");
    for (from, to) in changes {
        assert_eq!(text.matches(from).count(), 1, "{from} in {file}");
        text = text.replace(from, to);
    }
    text
}

fn write(site: &PressedSite, name: &str, text: &str) -> PathBuf {
    let path = site.room.join(name);
    fs::write(&path, text).expect("a file can be written");
    path
}

/// A server's program; says so where there is none.
fn installed(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    // Debian keeps servers where only root's PATH leads.
    let folders = env::split_paths(&path).chain([PathBuf::from("/usr/sbin")]);
    let found = folders.map(|folder| folder.join(name)).find(|program| program.is_file());
    if found.is_none() {
        eprintln!("skipped: {name} is not installed");
    }
    found
}

fn is_root() -> bool {
    let answer = Command::new("id").arg("-u").output();
    answer.is_ok_and(|answer| answer.stdout.trim_ascii() == b"0")
}

fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    listener.local_addr().expect("its number").port()
}
