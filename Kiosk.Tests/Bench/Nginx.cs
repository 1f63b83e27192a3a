namespace Kiosk.Tests.Bench;

/// <summary>nginx with its own settings in a folder of ours: one worker, no log of requests, files only.</summary>
internal static class Nginx
{
    private const string Executable = "/usr/sbin/nginx";

    /// <param name="name">The folder within <paramref name="folder"/> whose files it serves.</param>
    /// <param name="pageHeaders">Given with every page; screen files may be kept for ever, as the kiosk's may.</param>
    public static async Task<ServerProcess> StartAsync(
        string address,
        BenchFolder folder,
        string name,
        IReadOnlyDictionary<string, string> pageHeaders
    )
    {
        var settings = folder.PathOf($"nginx-{name}/nginx.conf");
        await File.WriteAllTextAsync(settings, Settings(new Uri(address).Authority, Path.Combine(folder.Root, name), pageHeaders));
        return await ServerProcess.StartAsync(
            Executable,
            ["-p", Path.GetDirectoryName(settings)! + "/", "-c", settings],
            "start worker process"
        );
    }

    /// <remarks>The user is ours because the folder may be closed to nginx's own; nginx.org/en/docs/ngx_core_module.html.</remarks>
    private static string Settings(string authority, string root, IReadOnlyDictionary<string, string> pageHeaders) =>
        $$"""
            daemon off;
            user {{Environment.UserName}};
            worker_processes 1;
            pid nginx.pid;
            error_log stderr notice;
            events { worker_connections 64; }
            http {
              include /etc/nginx/mime.types;
              charset utf-8;
              sendfile on;
              tcp_nopush on;
              access_log off;
              client_body_temp_path body;
              server {
                listen {{authority}};
                root {{root}};
                location / {
                  {{string.Concat(pageHeaders.Select(header => $"add_header {header.Key} \"{header.Value}\"; "))}}
                  try_files $uri.html $uri/index.html =404;
                }
                location /screen/ {
                  add_header Cache-Control "public, max-age=31536000, immutable";
                }
              }
            }
            """;
}
