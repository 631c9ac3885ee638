/** Facts about CUDA in images. */

/** Indexes of PyTorch, by the version of CUDA that their packages are built for: `https://download.pytorch.org/whl/cu128`. */
export const PYTORCH_INDEXES: ReadonlySet<string> = new Set(
  'cu92 cu100 cu101 cu102 cu110 cu111 cu113 cu115 cu116 cu117 cu118 cu121 cu124 cu126 cu128 cu129 cu130'.split(' '),
);

/** `11.8` of `cu118`, `9.2` of `cu92`; undefined where it is none. */
export function cudaOfSuffix(suffix: string): string | undefined {
  const digits = /^cu(\d{2,3})$/.exec(suffix)?.[1];
  return digits && `${digits.slice(0, -1)}.${digits.at(-1)}`;
}

/** `cu118` of `11.8`. */
export function suffixOf(version: string): string {
  return `cu${version.replace('.', '')}`;
}

/** `12.4` of the tag of an `nvidia/cuda` image. */
export function cudaOfImage(reference: string): string | undefined {
  return /(?:^|\/)(?:nvidia\/cuda|cuda):(\d+\.\d+)(?:[.\-@]|$)/.exec(reference)?.[1];
}

/** What lets an engine give GPUs to containers: for the machine, not for an image. */
export const CONTAINER_TOOLKIT =
  /^(?:nvidia-container-toolkit(?:-base)?|nvidia-docker2?|nvidia-container-runtime|libnvidia-container(?:1|-tools))(?:[=<>~:].*)?$/;

/** Text of a program that asks for a GPU. */
export const GPU_QUERY =
  /\btorch\.cuda\.(?:is_available|device_count|get_device_name|get_device_properties|current_device|mem_get_info|init)\s*\(|\btf\.(?:test\.is_gpu_available|test\.gpu_device_name)\s*\(|\blist_physical_devices\(\s*["']GPU["']\s*\)|\bjax\.devices\(\s*["'](?:gpu|cuda)["']\s*\)|\bcupy\.cuda\.runtime\.getDeviceCount\b/;
